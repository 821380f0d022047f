import { describe, expect, it } from 'vitest';
import { bytes, day, duration, percent } from './format';

describe('duration', () => {
  it.each([
    [0, '0:00'],
    [7.4, '0:07'],
    [59.6, '1:00'],
    [723, '12:03'],
    [3723, '1:02:03'],
    [-1, '0:00'],
  ])('reads %s s as %s', (seconds, text) => expect(duration(seconds)).toBe(text));
});

describe('bytes', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1500, '1.5 kB'],
    [7_608_204, '7.6 MB'],
    [250_000_000, '250 MB'],
    [999_700, '1 MB'],
    [4_294_967_296, '4.3 GB'],
  ])('reads %s as %s', (count, text) => expect(bytes(count, 'en')).toBe(text));

  it('follows the language', () => expect(bytes(7_608_204, 'fr')).toMatch(/^7,6\sMo$/));
});

describe('percent', () => {
  it('never says 100 before the end', () => {
    expect(percent(0.999, 'en')).toBe('99%');
    expect(percent(1, 'en')).toBe('100%');
  });
  it('stays between 0 and 100', () => {
    expect(percent(-0.2, 'en')).toBe('0%');
    expect(percent(1.2, 'en')).toBe('100%');
  });
});

describe('day', () => {
  it('follows the language', () => {
    expect(day('2026-11-21T12:00:00Z', 'en-GB')).toBe('21 Nov 2026');
    expect(day('2026-11-21T12:00:00Z', 'fr')).toBe('21 nov. 2026');
  });
  it('says nothing when there is nothing to say', () => expect(day('', 'en')).toBe(''));
});
