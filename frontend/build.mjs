// Builds the UI into dist/ for the hub to serve, and with --test runs its tests. Each step leaves the hash of what it
// read behind and is skipped, without a word, while that has not changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = dirname(fileURLToPath(import.meta.url));
const contract = join(home, '..', 'openapi');
const modules = join(home, 'node_modules');

refuseOldNode();
step({
  name: 'installing packages',
  reads: ['package.json', 'package-lock.json', '.npmrc'],
  makes: modules,
  run: () => call(npm(), ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    'npm could not install the packages. It needs a registry to fetch them from (npm config get registry) or a filled'
    + ' npm cache.'),
});
if (process.argv.includes('--test')) {
  step({
    name: 'testing the page',
    reads: ['src', 'scripts', 'e2e', 'index.html', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', contract],
    makes: modules,
    run: () => { script('api.mjs'); tool('vitest', ['run', '--silent=passed-only']); },
  });
} else {
  step({
    name: 'building the page',
    reads: ['src', 'scripts', 'public', 'index.html', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', contract],
    makes: join(home, 'dist', 'index.html'),
    run: () => {
      script('api.mjs');
      tool('tsc', ['--noEmit']);
      tool('vite', ['build', '--logLevel=warn']);
      script('budget.mjs');
    },
  });
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const fits = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  if (!fits) {
    fail(`The page needs Node 20.19 or later (or 22.12 or later); this is ${process.versions.node} at`
      + ` ${process.execPath}. Put a newer node first on the PATH.`);
  }
}

/** Runs a step when its inputs changed since it last succeeded, or when what it makes is gone. */
function step({ name, reads, makes, run }) {
  const stamp = join(modules, `.aln-${name.replaceAll(' ', '-')}`);
  const now = hash(reads);
  if (existsSync(makes) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  console.log(`frontend: ${name}…`);
  rmSync(stamp, { force: true });
  run();
  writeFileSync(stamp, now);
}

function hash(paths) {
  const sum = createHash('sha256').update(process.version);
  for (const path of paths.flatMap((p) => files(p.startsWith('/') ? p : join(home, p)))) {
    sum.update(relative(home, path)).update('\0').update(readFileSync(path)).update('\0');
  }
  return sum.digest('hex');
}

function files(path) {
  if (path.endsWith('schema.d.ts') || !existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).sort().flatMap((name) => files(join(path, name)));
}

/** npm as the node that runs this brings it, else the one on the PATH. */
function npm() {
  const bundled = join(dirname(process.execPath), 'npm');
  if (existsSync(bundled)) return bundled;
  if (spawnSync('npm', ['--version'], { stdio: 'ignore' }).error) {
    fail('npm is missing. It comes with Node from nodejs.org; on Debian and Ubuntu: apt install npm.');
  }
  return 'npm';
}

function script(name) {
  const done = spawnSync(process.execPath, [join('scripts', name)], { cwd: home, stdio: 'inherit' });
  if (done.status !== 0) fail(`scripts/${name} failed.`);
}

function tool(name, args) {
  call(join(modules, '.bin', name), args, `${name} found the errors above.`);
}

/** Runs a command whose words matter only when it fails. */
function call(command, args, advice) {
  const done = spawnSync(command, args, { cwd: home, encoding: 'utf8', maxBuffer: 64 << 20 });
  if (!done.error && done.status === 0) return;
  process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}`);
  fail(done.error ? `${advice} (${done.error.message})` : advice);
}

function fail(message) {
  console.error(`frontend: ${message}`);
  process.exit(1);
}
