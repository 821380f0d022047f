// What a creator, a viewer and an admin do, in a real browser against a running hub.
//
//   ALN_ADMIN_EMAIL=… ALN_ADMIN_PASSWORD=… node e2e/journey.mjs <base URL> <clip>
//
// ALN_TEST_CHROMIUM names the browser (default /usr/bin/chromium), ALN_TEST_PATIENCE the seconds that processing may
// take (default 300), ALN_TEST_SCREENSHOTS a folder for a picture of every page. Says each step; exits with 1 and the
// path of a screenshot when one fails.
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { chromium } from 'playwright-core';

const [base, clip] = process.argv.slice(2);
const { ALN_ADMIN_EMAIL: adminEmail, ALN_ADMIN_PASSWORD: adminPassword } = process.env;
if (!base || !clip || !adminEmail || !adminPassword) {
  console.error('usage: ALN_ADMIN_EMAIL=… ALN_ADMIN_PASSWORD=… node e2e/journey.mjs <base URL> <clip>');
  process.exit(2);
}
const patience = Number(process.env.ALN_TEST_PATIENCE ?? 300) * 1000;
const words = JSON.parse(readFileSync(new URL('../src/text/en.json', import.meta.url), 'utf8'));
const t = (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (hole, name) => values[name] ?? hole);

const run = Date.now().toString(36);
const creator = { email: `creator-${run}@example.com`, password: `a weaver's word ${run}` };
const filename = basename(clip);
const renamed = `Woven ${run}`;

const browser = await chromium.launch({
  executablePath: process.env.ALN_TEST_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync',
    '--disable-background-networking', '--disable-component-update'],
});
const complaints = [];
let current;
let step = 'start';
try {
  await journey();
  console.log('journey: done');
} catch (error) {
  const picture = join(mkdtempSync(join(tmpdir(), 'aln-journey-')), 'failure.png');
  await current?.screenshot({ path: picture, fullPage: true }).catch(() => {});
  console.error(`journey: failed at "${step}"\n${error.stack}\nscreenshot: ${picture}`);
  process.exitCode = 1;
} finally {
  await browser.close();
}

async function journey() {
  const page = await visitor();
  await say('the browser plays H.264 and AAC', async () => {
    const answer = await page.evaluate(() =>
      document.createElement('video').canPlayType('video/mp4; codecs="avc1.64001f, mp4a.40.2"'));
    if (answer !== 'probably') throw new Error(`canPlayType says "${answer}"; this browser has no H.264`);
  });
  await say('registers', async () => {
    await open(page, '/studio');
    await page.getByRole('link', { name: t('login.switch.new') }).click();
    await fillCredentials(page, creator);
    await page.getByRole('button', { name: t('login.submit.new') }).click();
    await page.getByRole('heading', { name: t('studio.title') }).waitFor();
  });
  await say('signs out and in again', async () => {
    await page.getByRole('button', { name: t('nav.signOut') }).click();
    await page.getByRole('link', { name: t('nav.signIn') }).click();
    await inspect(page, 'login');
    await signIn(page, creator);
    await page.getByText(t('studio.empty.title')).waitFor();
    await inspect(page, 'studio-empty');
  });
  const id = await upload(page);
  await say('plays, perhaps before it is done', async () => {
    await work(page, id).getByRole('link', { name: new RegExp(`^(${t('asset.play')}|${t('asset.playEarly')})$`) }).click();
    await plays(page);
    await inspect(page, 'watch-own');
  });
  await say('renames', async () => {
    await open(page, '/studio');
    await work(page, id).getByRole('button', { name: /^Rename/ }).click();
    await page.getByLabel(t('asset.title'), { exact: true }).fill(renamed);
    await page.getByRole('button', { name: t('asset.save') }).click();
    await work(page, id).getByRole('heading', { name: renamed }).waitFor();
  });
  await say('is ready', () => ready(page, id));
  await say('chooses its poster', async () => {
    await work(page, id).getByRole('button', { name: t('asset.poster.of', { title: renamed }) }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('[aria-pressed=true]').waitFor({ timeout: patience });
    const other = await dialog.locator('[aria-pressed=false]').last().getAttribute('aria-label');
    await dialog.locator('[aria-pressed=false]').last().click();
    await dialog.locator('[aria-pressed=true]').and(dialog.getByLabel(other, { exact: true })).first().waitFor();
    await inspect(page, 'studio-poster');
    await dialog.getByLabel(/seconds/).fill('1');
    await dialog.getByRole('button', { name: t('asset.poster.take') }).click();
    const taken = t('asset.poster.at', { time: '0:01' });
    await dialog.locator('[aria-pressed=true]').and(dialog.getByLabel(taken, { exact: true })).waitFor({ timeout: patience });
    await dialog.getByRole('button', { name: t('asset.poster.close') }).click();
  });
  await say('downloads it', async () => {
    await page.waitForFunction(async (asset) => {
      const { renditions } = await (await fetch(`/api/assets/${asset}`)).json();
      return renditions.some(({ url }) => url);
    }, id, { timeout: patience });
    await work(page, id).getByText(t('asset.download'), { exact: true }).click();
    const name = new RegExp(`^${t('asset.download.file', { title: renamed, name: '\\d+p' })}$`);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      work(page, id).getByRole('link', { name }).first().click(),
    ]);
    if (!file.suggestedFilename().startsWith(`${renamed} `)) throw new Error(`it is called ${file.suggestedFilename()}`);
  });
  await say('publishes', async () => {
    await work(page, id).getByLabel(t('asset.visibility.of', { title: renamed })).selectOption('public');
    await work(page, id).getByRole('button', { name: t('asset.copy.of', { title: renamed }) }).waitFor();
    await inspect(page, 'studio');
  });
  const stranger = await visitor();
  await say('a stranger finds and plays it', async () => {
    await open(stranger, '/');
    await stranger.getByRole('link', { name: renamed }).waitFor();
    await inspect(stranger, 'gallery');
    await stranger.getByRole('link', { name: renamed }).hover();
    await stranger.waitForFunction(() => document.querySelector('article video')?.currentTime > 0.2);
    await stranger.getByRole('link', { name: renamed }).click();
    await plays(stranger);
    await stranger.locator('media-time-range').hover();
    await stranger.waitForFunction(() =>
      document.querySelector('media-time-range').getAttribute('mediapreviewimage')?.includes('/storyboard/0.jpg#xywh='));
    await inspect(stranger, 'watch');
  });
  const admin = await visitor();
  await say('an admin sees and deletes it', async () => {
    await open(admin, '/admin');
    await signIn(admin, { email: adminEmail, password: adminPassword });
    await work(admin, id).getByText(creator.email).waitFor();
    await inspect(admin, 'admin');
    await admin.getByRole('link', { name: t('admin.letters') }).click();
    await admin.getByRole('heading', { name: t('admin.letters'), exact: true }).waitFor();
    await inspect(admin, 'admin-letters');
    await letters(admin);
    await admin.getByRole('link', { name: t('admin.works') }).click();
    await work(admin, id).getByRole('button', { name: t('asset.delete.of', { title: renamed }) }).click();
    await admin.getByRole('dialog').getByRole('button', { name: t('asset.delete.yes') }).click();
    await work(admin, id).waitFor({ state: 'detached' });
  });
  await say('it is gone for everyone', async () => {
    await open(stranger, `/watch/${id}`);
    await stranger.getByRole('heading', { name: t('watch.gone.title') }).waitFor();
    await open(page, '/studio');
    await page.getByText(t('studio.empty.title')).waitFor();
  });
  await say('no page complained', async () => {
    if (complaints.length > 0) throw new Error(complaints.join('\n'));
  });
}

/** A browser of its own, without cookies; it notes down what every progress bar ever said. */
async function visitor() {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
  await context.addInitScript(() => {
    window.bars = {};
    const note = () => {
      for (const bar of document.querySelectorAll('[role=progressbar][aria-valuenow]')) {
        const seen = (window.bars[bar.getAttribute('aria-label')] ??= []);
        const now = Number(bar.getAttribute('aria-valuenow'));
        if (seen.at(-1) !== now) seen.push(now);
      }
    };
    new MutationObserver(note).observe(document, { subtree: true, childList: true, attributes: true });
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => complaints.push(error.stack));
  page.on('console', (message) => {
    // A refused request (nobody is signed in, a work is gone) is part of the journey.
    if (message.type() === 'error' && !/status of 40[1349]/.test(message.text())) complaints.push(message.text());
  });
  await page.goto(base);
  return page;
}

/** Drops the clip on the page, sees it arrive and being made. Answers the id of the work, once it can be played. */
async function upload(page) {
  await say('drops a film and sees it upload', async () => {
    const slow = await throttled(page, statSync(clip).size / 3);
    await drop(page, clip);
    await page.getByRole('progressbar', { name: t('upload.progress', { name: filename }) }).waitFor();
    await page.locator('[data-testid^="work-"]').waitFor({ timeout: patience });
    await slow.detach();
    grows(await bar(page, t('upload.progress', { name: filename })), 3);
  });
  const card = page.locator('[data-testid^="work-"]');
  const id = (await card.getAttribute('data-testid')).slice('work-'.length);
  await say('sees it being made', async () => {
    const title = await card.getAttribute('aria-label');
    const play = card.getByRole('link', { name: t('asset.play.of', { title }) });
    const failed = card.getByText(t('asset.failed.next'));
    await play.or(failed).first().waitFor({ timeout: patience });
    if (await failed.isVisible()) throw new Error(`processing failed: ${await card.innerText()}`);
    grows(await bar(page, t('asset.progress', { title })), 1);
  });
  return id;
}

/** Looks for what nobody gave up, and, where there is a dead letter, looks at it and begins to discard it. */
async function letters(page) {
  await page.getByLabel(t('admin.letters.about')).fill('no id');
  await page.getByText(t('admin.letters.about.wrong')).waitFor();
  await page.getByLabel(t('admin.letters.about')).fill('0'.repeat(31) + '1');
  await page.getByRole('button', { name: t('admin.letters.about.find') }).click();
  await page.getByText(t('admin.letters.empty.title')).waitFor();
  await page.goto(new URL('/admin?part=letters', base).href);
  await page.getByRole('heading', { name: t('admin.letters'), exact: true }).waitFor();
  const first = page.locator('[data-testid^="letter-"]').first();
  await first.or(page.getByText(t('admin.letters.empty.title'))).waitFor();
  if (!(await first.isVisible())) return;
  await say('an admin looks at what was given up', async () => {
    await first.getByRole('checkbox').check();
    await page.getByRole('button', { name: t('admin.letters.discard.count', { count: 1 }) }).click();
    await inspect(page, 'admin-letters-discard');
    await page.getByRole('dialog').getByRole('button', { name: t('admin.letters.discard.no') }).click();
    await first.getByRole('link').click();
    await page.getByRole('heading', { name: t('admin.letters.message') }).waitFor();
    await inspect(page, 'admin-letter');
    await page.getByRole('link', { name: t('admin.letters.back') }).click();
    await page.getByRole('heading', { name: t('admin.letters'), exact: true }).waitFor();
  });
  await say('an admin discards all that is shown', async () => {
    await page.getByRole('checkbox', { name: /^Select the \d+ shown$/ }).check();
    await page.getByRole('button', { name: /^Discard \(\d+\)$/ }).click();
    await page.getByLabel(t('admin.letters.discard.reason')).fill('A journey sent them');
    await page.getByRole('dialog').getByRole('button', { name: t('admin.letters.discard') }).click();
    await page.getByText(t('admin.letters.empty.title')).waitFor();
    await page.getByLabel(t('admin.letters.state')).selectOption('discarded');
    await page.getByText('A journey sent them').first().waitFor();
  });
}

async function ready(page, id) {
  const chip = work(page, id).getByText(t('asset.status.complete'), { exact: true });
  await chip.waitFor({ timeout: patience });
}

async function plays(page) {
  await page.locator('hls-video').waitFor();
  await page.waitForFunction(() => document.querySelector('hls-video').readyState >= 2, null, { timeout: 30_000 });
  await page.locator('media-play-button').click();
  await page.waitForFunction(() => {
    const video = document.querySelector('hls-video');
    return video.currentTime > 1 && video.videoWidth > 0;
  }, null, { timeout: 30_000 });
  const { width, height, at } = await page.evaluate(() => {
    const { videoWidth: width, videoHeight: height, currentTime: at } = document.querySelector('hls-video');
    return { width, height, at };
  });
  console.log(`journey:   ${width}×${height}, at ${at.toFixed(1)} s`);
}

function work(page, id) {
  return page.getByTestId(`work-${id}`);
}

async function signIn(page, who) {
  await fillCredentials(page, who);
  await page.getByRole('button', { name: t('login.submit.in') }).click();
}

async function fillCredentials(page, { email, password }) {
  await page.getByLabel(t('login.email')).fill(email);
  await page.getByLabel(t('login.password'), { exact: true }).fill(password);
}

async function open(page, path) {
  current = page;
  await page.goto(new URL(path, base).href);
}

/** Drops a file as a hand would. The file is handed in by an input, as only the browser itself may read the disk. */
async function drop(page, path) {
  const input = await page.evaluateHandle(() => Object.assign(document.createElement('input'), { type: 'file' }));
  await input.asElement().setInputFiles(path);
  await page.evaluate((from) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(from.files[0]);
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }
  }, input);
}

/** A slow line up, in bytes a second, so that an upload can be watched. */
async function throttled(page, up) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: up,
  });
  return session;
}

async function bar(page, label) {
  return page.evaluate((name) => window.bars[name] ?? [], label);
}

/** Fails unless a bar showed so many numbers, each larger than the one before. */
function grows(seen, atLeast) {
  console.log(`journey:   ${seen.join(' ')} %`);
  if (seen.length < atLeast) throw new Error(`the bar showed ${seen.length} numbers instead of ${atLeast} or more`);
  if (seen.some((value, n) => n > 0 && value < seen[n - 1])) throw new Error('the bar went back');
}

/** Looks for what keeps people out: no serious violation of WCAG 2.2 AA, and nothing wider than a small phone. */
async function inspect(page, name) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  if (serious.length > 0) {
    const list = serious.map(({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.map((n) => n.html).join('\n    ')}`);
    throw new Error(`accessibility of ${name}:\n  ${list.join('\n  ')}`);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  await picture(page, `${name}-360`);
  await page.setViewportSize({ width: 1280, height: 800 });
  await picture(page, name);
  if (width > 360) throw new Error(`${name} is ${width} px wide on a screen of 360`);
}

async function picture(page, name) {
  const folder = process.env.ALN_TEST_SCREENSHOTS;
  if (!folder) return;
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`), fullPage: true });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

async function say(what, act) {
  step = what;
  const begun = performance.now();
  await act();
  console.log(`journey: ${what} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
}
