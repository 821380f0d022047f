import { expect, it } from 'vitest';
import { stopped } from './trouble';

it.each([
  ['networkError', 403, 'expired'],
  ['networkError', 404, 'expired'],
  ['networkError', 500, 'playback'],
  ['networkError', undefined, 'playback'],
  ['mediaError', undefined, 'media'],
  ['otherError', undefined, 'media'],
])('%s with status %s means %s', (type, status, trouble) => expect(stopped(type, status)).toBe(trouble));
