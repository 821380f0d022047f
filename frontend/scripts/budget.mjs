// Says how much gzipped JavaScript the gallery page loads before anyone plays something, and fails above the budget.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const budget = 180_000;
const dist = join(import.meta.dirname, '..', 'dist');
const chunks = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8'));
rmSync(join(dist, '.vite'), { recursive: true }); // only this script reads it; the hub need not serve it
const page = new Set();
collect('index.html');
const bytes = [...page].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0);
console.log(`frontend: the gallery loads ${kilo(bytes)} of gzipped JavaScript (budget ${kilo(budget)})`);
if (bytes > budget) {
  console.error('frontend: that is too much. Load the newcomer lazily, or find what it drags in.');
  process.exit(1);
}

/** A chunk, with what it imports at once; what is imported lazily does not count. */
function collect(key) {
  const chunk = chunks[key];
  if (!chunk || page.has(chunk.file)) return;
  page.add(chunk.file);
  for (const next of chunk.imports ?? []) collect(next);
}

function kilo(size) {
  return `${(size / 1000).toFixed(1)} kB`;
}
