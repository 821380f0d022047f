// Writes src/api/schema.d.ts, the types of the API client, from openapi/*.yaml.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';
import { merge } from './merge.mjs';

const contract = join(import.meta.dirname, '..', '..', 'openapi');
const documents = {};
for (const file of readdirSync(contract).filter((name) => name.endsWith('.yaml')).sort()) {
  const document = parse(readFileSync(join(contract, file), 'utf8'), { maxAliasCount: -1 });
  if (document.openapi) documents[file.replace(/\.yaml$/, '')] = document;
}
const types = astToString(await openapiTS(merge(documents), { defaultNonNullable: false }));
writeFileSync(
  join(import.meta.dirname, '..', 'src', 'api', 'schema.d.ts'),
  `// Made from openapi/ by scripts/api.mjs; change the contract, not this.\n${types}`,
);
