// Plays one film with the players that people use, all at once: first finished, then while it is being made.
//
//   node e2e/players.mjs <HLS address> <DASH address> <seconds> [<codec>]
//
// With a codec, as av1: only whether each player shows the film from the renditions that are named after it. dash.js takes
// them by itself; hls.js and Shaka Player look for the fewest bits, which so small a film has in any codec, and are asked.
//
// Whoever starts it makes the film grow: each line "ask: …" on the output waits for a line on the input. "begin" leaves
// the first four segments, "show" brings the next two, "finish" the rest. ALN_TEST_CHROMIUM names the browser (default
// /usr/bin/chromium). Exits with 1 when a player does what a viewer would not want.
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const [hls, dash, length, codec] = process.argv.slice(2);
if (!length) {
  console.error('usage: node e2e/players.mjs <HLS address> <DASH address> <seconds> [<codec>]');
  process.exit(2);
}
const seconds = Number(length);
const segment = 4;
const library = (path) => fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url));
const shakaScript = library('shaka-player/dist/shaka-player.compiled.js');
// Shaka Player stops in the middle of a growing DASH presentation that it began at its first segment (docs/playback.md).
const players = [
  { name: 'hls.js', address: hls, drive: hlsJs, script: library('hls.js/dist/hls.js') },
  { name: 'dash.js', address: dash, drive: dashJs, script: library('dashjs/dist/modern/umd/dash.all.min.js') },
  { name: 'Shaka, DASH', address: dash, drive: shakaPlayer, script: shakaScript, grows: false },
  { name: 'Shaka, HLS', address: hls, drive: shakaPlayer, script: shakaScript },
];
const answers = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const browser = await chromium.launch({
  executablePath: process.env.ALN_TEST_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--autoplay-policy=no-user-gesture-required'],
});
try {
  if (codec) {
    await each(codec, chosen);
  } else {
    await each('finished', finished);
    await ask('begin');
    await growing();
  }
  console.log('players: done');
} catch (error) {
  console.error(`players: failed\n${error.stack}`);
  process.exitCode = 1;
} finally {
  await browser.close();
  process.stdin.destroy();
}

/** The whole film: from its first frame, to and fro, in another size, to its end. */
async function finished(screen) {
  await screen.shows('first frame at the beginning', ({ at, width }) => width > 0 && at < 0.5);
  await screen.shows('how long it is', ({ duration }) => Math.abs(duration - seconds) < 0.5);
  await screen.play(1);
  await screen.shows('moves', ({ at }) => at > 0.5);
  await screen.seek(seconds - 5);
  await screen.shows('forward', ({ at, ready }) => at > seconds - 4.9 && at < seconds - 2 && ready > 2);
  await screen.seek(5);
  await screen.shows('back', ({ at, ready }) => at > 5.1 && at < 8 && ready > 2);
  await screen.read();
  await screen.shows('words to read', ({ words }) => words.includes('Karibu'));
  const { height } = await screen.state();
  await screen.smallest();
  await screen.shows('another rendition', (now) => now.height < height && now.ready > 2);
  await screen.play(4);
  await screen.shows('the end', ({ ended, at }) => ended && at > seconds - 0.5);
}

/** The whole film as the player chooses to show it. */
async function chosen(screen) {
  await screen.shows('first frame at the beginning', ({ at, width }) => width > 0 && at < 0.5);
  await screen.play(1);
  await screen.shows('moves', ({ at }) => at > 0.5);
  await screen.seek(seconds - 3);
  await screen.play(4);
  await screen.shows('the end', ({ ended, at }) => ended && at > seconds - 0.5);
  screen.took(`-${codec}/`);
}

/** The film while it is made: in step, as it grows for all of them at once. */
async function growing() {
  const screens = await each('growing', async (screen) => {
    await screen.shows('first frame at the beginning', ({ at, width }) => width > 0 && at < 0.5);
    await screen.play(4);
    return screen;
  }, { which: players.filter(({ grows = true }) => grows), keep: true });
  await ask('show');
  await Promise.all(screens.map(async (screen) => {
    await screen.shows('goes on with what came later', ({ at }) => at > 4 * segment + 1);
    await screen.seek(seconds - 3);
    await screen.waits();
  }));
  await ask('finish');
  await Promise.all(screens.map(async (screen) => {
    await screen.shows('goes on when it is there', ({ at, ready }) => at > 6 * segment + 0.5 && ready > 2);
    await screen.shows('the end', ({ ended, at }) => ended && at > seconds - 0.5);
    await screen.shows('how long it was', ({ duration }) => Math.abs(duration - seconds) < 0.5);
    await screen.close();
  }));
}

async function each(what, act, { which = players, keep = false } = {}) {
  return Promise.all(which.map(async (player) => {
    const screen = await open(player, what);
    const result = await act(screen);
    if (!keep) await screen.close();
    return result;
  }));
}

/** A page with one video element that the player drives. */
async function open({ name, address, drive, script }, what) {
  const context = await browser.newContext({ bypassCSP: true, viewport: { width: 800, height: 500 } });
  const page = await context.newPage();
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(new URL('/health', address).href);
  await page.addScriptTag({ path: script });
  await page.evaluate(() => {
    window.complaints = [];
    window.video = document.body.appendChild(document.createElement('video'));
    window.video.muted = true;
    window.video.addEventListener('error', () => window.complaints.push(`the element: ${window.video.error?.message}`));
  });
  await page.evaluate(drive, { address, prefer: { av1: 'av01', hevc: 'hvc1' }[codec] });

  const state = () => page.evaluate(() => ({
    at: video.currentTime, duration: video.duration, ended: video.ended, ready: video.readyState,
    width: video.videoWidth, height: video.videoHeight, complaints: window.complaints,
    words: [...video.textTracks].flatMap(({ activeCues }) => [...(activeCues ?? [])].map(({ text }) => text)),
  }));
  return {
    state,
    close: () => context.close(),
    play: (rate) => page.evaluate((speed) => {
      video.defaultPlaybackRate = speed;
      video.playbackRate = speed;
      return video.play();
    }, rate),
    seek: (to) => page.evaluate((time) => { video.currentTime = time; }, to),
    read: () => page.evaluate(() => window.read()),
    /** Segments whose addresses have this in them. */
    took(part) {
      const segments = asked.filter((url) => url.endsWith('.m4s') && !url.includes('/audio-'));
      const taken = segments.filter((url) => url.includes(part)).length;
      if (taken === 0) throw new Error(`${name} took none of ${part}: ${segments.join(' ')}`);
      console.log(`players: ${name}, ${what}: took ${taken} of ${segments.length} segments`);
    },
    smallest: () => page.evaluate(() => window.smallest()),
    /** Waits until what the viewer sees is as it should be; a player that gives up fails at once. */
    async shows(wanted, holds) {
      const begun = performance.now();
      for (;;) {
        const now = await state();
        if (now.complaints.length > 0) throw new Error(`${name}, ${what}, ${wanted}: ${now.complaints.join('; ')}`);
        if (holds(now)) break;
        if (performance.now() - begun > 30_000) throw new Error(`${name}, ${what}: not "${wanted}", but ${JSON.stringify(now)}`);
        await page.evaluate(() => new Promise(requestAnimationFrame));
      }
      console.log(`players: ${name}, ${what}: ${wanted} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
    },
    /** Looks again for more, three times, and neither ends nor fails meanwhile. */
    async waits() {
      const lists = () => asked.filter((url) => /\.(m3u8|mpd)$/.test(url)).length;
      const before = lists();
      await this.shows('waits for what is not there', ({ ended }) => {
        if (ended) throw new Error(`${name}, ${what}: ended where only the film so far ended`);
        return lists() >= before + 3;
      });
    },
  };
}

// What follows runs in the page. Each player picks the largest rendition, and the smallest when it is told to, and shows
// no subtitles before it is; told a codec, it picks what it
// likes of that.

function hlsJs({ address, prefer }) {
  const player = new Hls({ startPosition: 0, liveDurationInfinity: false, ...(prefer && { videoPreference: { videoCodec: prefer } }) });
  player.on(Hls.Events.ERROR, (_event, data) => data.fatal && window.complaints.push(`${data.type} ${data.details}`));
  player.on(Hls.Events.MANIFEST_PARSED, () => { if (!prefer) player.currentLevel = player.levels.length - 1; });
  window.smallest = () => { player.currentLevel = 0; };
  window.read = () => { player.subtitleTrack = 0; player.subtitleDisplay = true; };
  player.loadSource(address);
  player.attachMedia(window.video);
}

function dashJs({ address, prefer }) {
  const player = dashjs.MediaPlayer().create();
  const sizes = () => player.getRepresentationsByType('video').toSorted((a, b) => a.height - b.height);
  player.updateSettings({
    debug: { logLevel: 0 },
    streaming: { abr: { autoSwitchBitrate: { video: Boolean(prefer) }, initialBitrate: { video: 100_000 } } },
  });
  player.on(dashjs.MediaPlayer.events.ERROR, ({ error }) => window.complaints.push(`${error.code} ${error.message}`));
  window.smallest = () => player.setRepresentationForTypeById('video', sizes()[0].id, true);
  window.read = () => player.setTextTrack(0);
  player.initialize(window.video, address, false);
}

async function shakaPlayer({ address, prefer }) {
  const player = new shaka.Player();
  const sizes = () => player.getVariantTracks().toSorted((a, b) => a.height - b.height);
  player.addEventListener('error', ({ detail }) => window.complaints.push(`${detail.code} ${detail.data}`));
  await player.attach(window.video);
  player.configure({ abr: { enabled: Boolean(prefer), defaultBandwidthEstimate: 1e9 } });
  if (prefer) player.configure({ preferredVideoCodecs: [prefer] });
  window.smallest = () => player.selectVariantTrack(sizes()[0], true);
  window.read = () => player.selectTextTrack(player.getTextTracks()[0]);
  await player.load(address);
}

async function ask(what) {
  console.log(`ask: ${what}`);
  const { value, done } = await answers.next();
  if (done || value !== what) throw new Error(`asked for "${what}" and was told "${value}"`);
}
