// Writes the whole contract as one OpenAPI document, as /openapi.json shows it: node bundle.mjs <file>
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { merge } from './merge.mjs';

const contract = join(import.meta.dirname, '..', '..', 'openapi');
const documents = {};
for (const file of readdirSync(contract).filter((name) => name.endsWith('.yaml')).sort()) {
  documents[file.replace(/\.yaml$/, '')] = parse(readFileSync(join(contract, file), 'utf8'));
}
const bundle = merge(documents);
const [first] = Object.values(documents);
bundle.servers = [{ url: '/' }];
bundle.security = first.security;
const target = process.argv[2];
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, JSON.stringify(bundle));
