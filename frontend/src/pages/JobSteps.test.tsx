// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { api, type Asset } from '../api/client';
import { JobSteps } from './JobSteps';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function show(more: Partial<Asset>) {
  const asset = { id: 'a', jobId: 'j', title: 'Woven', ...more } as Asset;
  render(
    <QueryClientProvider client={new QueryClient()}>
      <JobSteps asset={asset} />
    </QueryClientProvider>,
  );
  const post = vi.spyOn(api, 'POST').mockResolvedValue({ data: {}, response: new Response(null) } as never);
  const get = vi.spyOn(api, 'GET').mockResolvedValue({ data: asset, response: new Response(null) } as never);
  return { post, get };
}

it('stops what is being made', async () => {
  const { post, get } = show({ status: 'processing' });
  fireEvent.click(screen.getByRole('button', { name: 'Stop making Woven' }));
  await waitFor(() => expect(post).toHaveBeenCalledWith('/jobs/{id}/cancel', { params: { path: { id: 'j' } } }));
  await waitFor(() => expect(get).toHaveBeenCalled());
});

it('goes on with what failed', async () => {
  const { post } = show({ status: 'failed' });
  fireEvent.click(screen.getByRole('button', { name: 'Try again to make Woven' }));
  await waitFor(() => expect(post).toHaveBeenCalledWith('/jobs/{id}/retry', { params: { path: { id: 'j' } } }));
});

it('has nothing to offer for what is ready, or has not arrived', () => {
  show({ status: 'complete' });
  show({ status: 'pending', jobId: undefined });
  expect(screen.queryAllByRole('button')).toHaveLength(0);
});
