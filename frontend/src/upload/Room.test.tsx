// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
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
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  client.setQueryData(['quota'], quota);
  return render(
    <QueryClientProvider client={client}>
      <Room />
    </QueryClientProvider>,
  );
}

it('says how much is used and of how much', async () => {
  const { container } = shown({ used: 2_500_000_000, limit: 10_000_000_000 });
  expect(screen.getByText('2.5 GB of 10 GB used')).toBeTruthy();
  expect(screen.getByRole('meter', { name: 'Your room' }).getAttribute('aria-valuenow')).toBe('25');
  expect(container.textContent).not.toContain('Nothing more fits');
  expect((await axe.run(container, withoutLooks)).violations).toEqual([]);
});

it('says what to do when nothing is left', () => {
  shown({ used: 11, limit: 10 });
  expect(screen.getByText('Nothing more fits. Delete works, or give unfinished uploads up.')).toBeTruthy();
  expect(screen.getByRole('meter').getAttribute('aria-valuenow')).toBe('100');
});

it('says nothing where there is no limit', () => {
  expect(shown({ used: 1 }).container.textContent).toBe('');
});

it('asks the hub', async () => {
  const answer = { data: { used: 5, limit: 10 }, response: new Response() };
  const get = vi.spyOn(api, 'GET').mockResolvedValue(answer as never);
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Room />
    </QueryClientProvider>,
  );
  expect(await screen.findByText('5 bytes of 10 bytes used')).toBeTruthy();
  expect(get).toHaveBeenCalledWith('/api/uploads/quota');
});
