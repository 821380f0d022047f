// Uppy as it is published brings a file in, and goes on with it after its page was closed.
//
//   node e2e/uppy.mjs <base URL> <token>
//
// ALN_TEST_CHROMIUM names the browser (default /usr/bin/chromium). Exits with 1 when a part is sent twice, or never.
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from 'vite';

const [base, token] = process.argv.slice(2);
if (!token) {
  console.error('usage: node e2e/uppy.mjs <base URL> <token>');
  process.exit(2);
}
const [{ output }] = await build({
  configFile: false,
  logLevel: 'error',
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    write: false,
    lib: { entry: fileURLToPath(new URL('uppy-page.mjs', import.meta.url)), formats: ['iife'], name: 'creator' },
  },
});
const script = output[0].code;
const size = 32 * 1024 * 1024 + 1; // seven parts of five MiB, the last one shorter
const browser = await chromium.launch({
  executablePath: process.env.ALN_TEST_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
});
const stored = new Map();
try {
  const first = await visit();
  // Only held, they would leave the browser when the page is closed.
  await first.route((url) => Number(url.searchParams.get('partNumber')) > 2, (route) => route.abort());
  const abandoned = bring(first).catch(() => undefined);
  const two = { predicate: (answer) => part(answer) !== undefined && stored.size === 2, timeout: 60_000 };
  await first.waitForEvent('response', two);
  await first.close();
  await abandoned;
  const before = stored.size;
  const second = await visit();
  const location = await bring(second);
  await seen(second, 7);
  const answer = await second.evaluate(
    async ([path, bearer]) => (await fetch(path, { headers: { Authorization: `Bearer ${bearer}` } })).json(),
    [location, token],
  );
  console.log(`uppy: ${before} parts before the page was closed, ${stored.size} in all; then ${answer.status}`);
  if (before !== 2 || stored.size !== 7) throw new Error('it did not stop in the middle and go on');
  const twice = [...stored].filter(([, times]) => times > 1).map(([number]) => number);
  if (twice.length > 0) throw new Error(`parts ${twice.join(', ')} were sent twice`);
  if (answer.status === 'pending' || answer.size !== size) throw new Error(`it did not arrive: ${JSON.stringify(answer)}`);
  if (answer.title !== 'A film by Uppy') throw new Error(`it is called ${answer.title}`);
  console.log('uppy: done');
} catch (error) {
  console.error(`uppy: failed\n${error.stack}`);
  process.exitCode = 1;
} finally {
  await browser.close();
}

async function visit() {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  page.on('response', (answer) => {
    const number = part(answer);
    if (number !== undefined) stored.set(number, (stored.get(number) ?? 0) + 1);
  });
  page.on('console', (message) => console.log(`uppy: the page says: ${message.text()}`));
  await page.goto(new URL('/health', base).href);
  await page.addScriptTag({ content: script });
  return page;
}

/** The browser may tell of an answer after the page has had it. */
async function seen(page, parts) {
  for (const end = Date.now() + 10_000; stored.size < parts && Date.now() < end; ) {
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

/** The number of the part that the store has just taken. */
function part(answer) {
  if (answer.request().method() !== 'PUT' || !answer.ok()) return undefined;
  return new URL(answer.url()).searchParams.get('partNumber') ?? undefined;
}

function bring(page) {
  return page.evaluate(
    ([bytes, bearer]) => {
      const file = new File([new Uint8Array(bytes)], 'uppy.mov', { type: 'video/quicktime', lastModified: 1763740800000 });
      return window.creator.bring(file, bearer);
    },
    [size, token],
  );
}
