// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Cover } from './Cover';
import { useCloser } from './useCloser';

let still = false;

beforeEach(() => {
  still = false;
  vi.useFakeTimers();
  vi.stubGlobal('matchMedia', () => ({ matches: still }));
  render(<Card />);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function Card() {
  const { closer, handlers } = useCloser();
  return (
    <article data-testid="card" {...handlers}>
      <a href="#film">Film</a>
      <Cover id="1" poster="poster.jpg" preview="preview.mp4" closer={closer} />
    </article>
  );
}

const video = () => document.querySelector('video');
const wait = (ms: number) => act(() => vi.advanceTimersByTime(ms));

it('plays the preview in silence once somebody points at it for longer than a moment', () => {
  fireEvent.pointerEnter(screen.getByTestId('card'));
  wait(100);
  expect(video()).toBeNull();
  wait(150);
  expect(video()?.getAttribute('src')).toBe('preview.mp4');
  expect(video()?.muted).toBe(true);
  fireEvent.pointerLeave(screen.getByTestId('card'));
  expect(video()).toBeNull();
});

it('plays for who comes by keyboard', () => {
  fireEvent.focus(screen.getByRole('link'));
  wait(250);
  expect(video()).not.toBeNull();
  fireEvent.blur(screen.getByRole('link'));
  expect(video()).toBeNull();
});

it('stays still for who wants less motion', () => {
  still = true;
  fireEvent.pointerEnter(screen.getByTestId('card'));
  wait(1000);
  expect(video()).toBeNull();
});
