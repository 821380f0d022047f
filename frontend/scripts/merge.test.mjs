import { describe, expect, it } from 'vitest';
import { merge } from './merge.mjs';

const document = (url, paths, schemas = {}) => ({ servers: [{ url }], paths, components: { schemas } });
const ref = (name) => ({ $ref: `#/components/schemas/${name}` });

describe('merge', () => {
  it('puts the base path first and leaves no slash at the end', () => {
    const whole = merge({ assets: document('/api/assets', { '/': { get: 1 }, '/{id}': { get: 2 } }), jobs: document('/jobs', { '/': 3 }) });
    expect(Object.keys(whole.paths)).toEqual(['/api/assets', '/api/assets/{id}', '/jobs']);
  });

  it('keeps once what two files say alike', () => {
    const problem = { Problem: { type: 'object' } };
    const whole = merge({ a: document('/a', {}, problem), b: document('/b', {}, problem) });
    expect(Object.keys(whole.components.schemas)).toEqual(['Problem']);
  });

  it('keeps both when two files use one word for two things', () => {
    const whole = merge({
      'a-one': document('/a', { '/': ref('Page') }, { Page: { type: 'object' } }),
      'b-two': document('/b', { '/': ref('Page') }, { Page: { type: 'array' } }),
    });
    expect(whole.components.schemas).toEqual({ Page: { type: 'object' }, BTwoPage: { type: 'array' } });
    expect(whole.paths['/b']).toEqual(ref('BTwoPage'));
    expect(whole.paths['/a']).toEqual(ref('Page'));
  });

  it('refuses a path that two files tell', () => {
    expect(() => merge({ a: document('/a', { '/b': 1 }), b: document('/a/b', { '/': 2 }) })).toThrow('/a/b');
  });
});
