// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, it, vi } from 'vitest';
import { api } from '../api/client';
import { Room } from './Room';

/** Nothing is drawn here; colours are checked in the browser. */
const withoutLooks = { rules: { 'color-contrast': { enabled: false } } };

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function shown(quota: { used: number; limit?: number }) {
  const get = vi.spyOn(api, 'GET').mockResolvedValue({ data: quota, response: new Response() } as never);
  const page = render(
    <QueryClientProvider client={new QueryClient()}>
      <Room />
    </QueryClientProvider>,
  );
  return { get, page };
}

it('says how much is used and of how much', async () => {
  const { page } = shown({ used: 2_500_000_000, limit: 10_000_000_000 });
  expect(await screen.findByText('2.5 GB of 10 GB used')).toBeTruthy();
  const meter = screen.getByRole('meter', { name: 'Your room' });
  expect(meter.getAttribute('aria-valuenow')).toBe('25');
  expect((await axe.run(page.container, withoutLooks)).violations).toEqual([]);
});

it('says what to do when nothing is left', async () => {
  shown({ used: 11, limit: 10 });
  expect(await screen.findByText('Nothing more fits. Delete works, or give unfinished uploads up.')).toBeTruthy();
  expect(screen.getByRole('meter').getAttribute('aria-valuenow')).toBe('100');
});

it('says nothing where there is no limit', async () => {
  const { get, page } = shown({ used: 1 });
  await waitFor(() => expect(get).toHaveBeenCalledWith('/api/uploads/quota'));
  expect(page.container.textContent).toBe('');
});
