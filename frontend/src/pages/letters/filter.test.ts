import { describe, expect, it } from 'vitest';
import { filterOf, names, pretty, shell } from './filter';

const work = '0190163d-8694-739b-aea5-966c26f8ad90';
const trace = '4bf92f3577b34da6a3ce929d0e0e4736';

describe('the filter', () => {
  it('takes a work and a trace apart', () => {
    expect(filterOf({ of: work })).toEqual({ asset: work });
    expect(filterOf({ of: trace, code: 'unknown' })).toEqual({ trace, code: 'unknown' });
  });
  it('is empty for what names nothing', () => {
    expect(filterOf({ of: 'film', queue: '' })).toEqual({});
    expect([names('film'), names(work), names(trace)]).toEqual([false, true, true]);
  });
});

describe('a body', () => {
  it('is shown in lines when it is JSON', () => expect(pretty('{"a":1}')).toBe('{\n  "a": 1\n}'));
  it('is shown as it is when it is not', () => expect(pretty('{"a":')).toBe('{"a":'));
});

it('writes a command that a shell takes as it was', () => {
  expect(shell(['ffmpeg', '-i', 'http://store/a?…', "it's", '-vf', 'scale=-2:720'])).toBe(
    `ffmpeg -i 'http://store/a?…' 'it'\\''s' -vf scale=-2:720`,
  );
});
