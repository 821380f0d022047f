// A large upload that is interrupted twice goes on where it stopped: first the page is killed, then the hub.
//
//   node e2e/resume.mjs <base URL> <large file>
//
// Whoever starts it kills the hub: the line "ask: kill" on the output waits for "kill" on the input, said when the hub is
// up again. ALN_TEST_CHROMIUM names the browser (default /usr/bin/chromium). Exits with 1 when anything is sent twice.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

const [base, film] = process.argv.slice(2);
if (!film) {
  console.error('usage: node e2e/resume.mjs <base URL> <large file>');
  process.exit(2);
}
const words = JSON.parse(readFileSync(new URL('../src/text/en.json', import.meta.url), 'utf8'));
const t = (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (hole, name) => values[name] ?? hole);
const creator = { email: `resume-${Date.now().toString(36)}@example.com`, password: 'a word that is long enough' };
const answers = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const SLOW = 25_000_000; // bytes a second, so that there is a middle

const browser = await chromium.launch({
  executablePath: process.env.ALN_TEST_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
});
/** Bodies that the store answered 200, by part, over all pages. */
const stored = new Map();
try {
  await journey();
  console.log('resume: done');
} catch (error) {
  console.error(`resume: failed\n${error.stack}`);
  process.exitCode = 1;
} finally {
  await browser.close();
  process.stdin.destroy();
}

async function journey() {
  const context = await browser.newContext();
  let page = await visit(context);
  await page.goto(new URL('/studio', base).href);
  await page.getByRole('link', { name: t('login.switch.new') }).click();
  await page.getByLabel(t('login.email')).fill(creator.email);
  await page.getByLabel(t('login.password'), { exact: true }).fill(creator.password);
  await page.getByRole('button', { name: t('login.submit.new') }).click();
  await page.getByRole('heading', { name: t('studio.title') }).waitFor();

  await choose(page);
  await reaches(page, 20);
  await crash(page);
  const before = stored.size;
  console.log(`resume: the page was killed after ${before} parts`);
  if (before === 0) throw new Error('nothing had arrived when the page was killed');

  page = await visit(context);
  await page.goto(new URL('/studio', base).href);
  await page.getByRole('heading', { name: t('unfinished.title') }).waitFor();
  await page.getByRole('button', { name: t('unfinished.giveUp.of', { name: basename(film) }) }).waitFor();
  await choose(page);
  await reaches(page, 60);
  await ask('kill');
  console.log(`resume: the hub was killed after ${stored.size} parts`);
  await page.getByRole('article', { name: t('upload.progress', { name: basename(film) }) })
    .waitFor({ state: 'detached', timeout: 180_000 });
  const { items } = await page.evaluate(async () => (await fetch('/api/assets')).json());
  if (items.length !== 1) throw new Error(`there are ${items.length} works instead of one`);
  if (items[0].status === 'pending') throw new Error('the work has not arrived');
  const twice = [...stored].filter(([, times]) => times > 1).map(([part]) => part);
  console.log(`resume: ${stored.size} parts, sent twice: ${twice.join(', ') || 'none'}`);
  if (twice.length > 0) throw new Error(`parts ${twice.join(', ')} were sent again although the store had them`);
}

/** A page with a slow line up. */
async function visit(context) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: SLOW,
  });
  page.on('response', (response) => {
    const number = new URL(response.url()).searchParams.get('partNumber');
    if (number && response.request().method() === 'PUT' && response.ok()) {
      stored.set(number, (stored.get(number) ?? 0) + 1);
    }
  });
  return page;
}

async function choose(page) {
  await page.locator('input[type=file]').setInputFiles(film);
}

/** Waits until the bar shows so many percent. */
async function reaches(page, percent) {
  await page.waitForFunction(
    (wanted) => Number(document.querySelector('article [role=progressbar]')?.getAttribute('aria-valuenow')) >= wanted,
    percent,
    { timeout: 120_000 },
  );
}

/** As when the machine takes the page away: it says goodbye to nobody. */
async function crash(page) {
  const crashed = page.waitForEvent('crash');
  await page.goto('chrome://crash').catch(() => undefined);
  await crashed;
}

async function ask(what) {
  console.log(`ask: ${what}`);
  const { value, done } = await answers.next();
  if (done || value !== what) throw new Error(`asked for "${what}" and was told "${value}"`);
}
