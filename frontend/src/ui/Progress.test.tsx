// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Progress } from './Progress';

afterEach(cleanup);

it('says how far and of what', () => {
  render(<Progress share={0.426} label="Making A film" />);
  const bar = screen.getByRole('progressbar', { name: 'Making A film' });
  expect(bar.getAttribute('aria-valuenow')).toBe('42');
  expect(screen.getByText('42%')).toBeTruthy();
});

it('claims no number that nobody knows', () => {
  render(<Progress label="Fetching" />);
  expect(screen.getByRole('progressbar').hasAttribute('aria-valuenow')).toBe(false);
});
