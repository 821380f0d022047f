// Every file of the contract keeps the rules of Redocly's linter, the recommended ones and those that help a reader.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createConfig, lint } from '@redocly/openapi-core';
import { describe, expect, it } from 'vitest';

const contract = join(import.meta.dirname, '..', '..', 'openapi');
const config = await createConfig({
  extends: ['recommended-strict'],
  rules: {
    'info-license': 'off', // the repository has one
    'no-server-trailing-slash': 'error',
    'no-empty-servers': 'error',
    'no-server-example.com': 'error',
    'no-invalid-media-type-examples': 'error',
    'no-invalid-schema-examples': 'error',
    'operation-2xx-response': 'error',
    'operation-4xx-response': 'error',
    'operation-operationId': 'error',
    'operation-singular-tag': 'error',
    'operation-tag-defined': 'error',
    'parameter-description': 'error',
    'paths-kebab-case': 'off', // input_key and uploadId are what users of the field expect
    'tag-description': 'error',
  },
});

describe('the contract', () => {
  const files = readdirSync(contract).filter((name) => name.endsWith('.yaml'));

  it('is there', () => expect(files.length).toBeGreaterThan(5));

  it.each(files)('keeps the rules in %s', async (file) => {
    const found = await lint({ ref: join(contract, file), config });
    expect(found.map(({ ruleId, message, location }) => `${ruleId} at ${location[0].pointer}: ${message}`)).toEqual([]);
  });
});
