import { describe, expect, it } from 'vitest';
import en from './en.json';
import fr from './fr.json';
import { filled } from './text';

const holes = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe('every language', () => {
  it('says the same things', () => expect(Object.keys(fr)).toEqual(Object.keys(en)));

  it.each(Object.keys(en) as (keyof typeof en)[])('fills in the same values at %s', (key) => {
    expect(fr[key]).not.toBe('');
    expect(holes(fr[key])).toEqual(holes(en[key]));
  });
});

it('fills in values and leaves what it was not given', () => {
  expect(filled('{a} of {b}', { a: 1 })).toBe('1 of {b}');
});
