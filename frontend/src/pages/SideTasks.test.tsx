// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { api, type Asset } from '../api/client';
import { SideTasks } from './SideTasks';

const asset = {
  id: 'a',
  title: 'Woven',
  sideTasks: [
    { taskId: 'one', kind: 'make-preview', status: 'running' },
    { taskId: 'two', kind: 'make-storyboard', status: 'failed', failure: 'Something went wrong.' },
    { taskId: 'three', kind: 'make-coffee', status: 'failed' },
  ],
} as Asset;

beforeEach(() => {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <SideTasks asset={asset} />
    </QueryClientProvider>,
  );
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it('says what is missing and why, and nothing of what is under way', () => {
  expect(screen.getByText('Missing: the small pictures for seeking.')).toBeTruthy();
  expect(screen.getByText('Something went wrong.', { exact: false })).toBeTruthy();
  expect(screen.getByText('Missing: a part of the work.')).toBeTruthy();
  expect(screen.getAllByRole('button')).toHaveLength(2);
});

it('tries the very task again', async () => {
  const answer = { data: { ...asset, sideTasks: [] }, response: new Response(null, { status: 202 }) };
  const post = vi.spyOn(api, 'POST').mockResolvedValue(answer as never);
  fireEvent.click(screen.getByRole('button', { name: /the small pictures for seeking/ }));
  await waitFor(() =>
    expect(post).toHaveBeenCalledWith('/api/assets/{id}/tasks/{taskId}/retry', {
      params: { path: { id: 'a', taskId: 'two' } },
    }),
  );
});

it('says why it cannot be tried again', async () => {
  const problem = { title: 'Conflict', status: 409, type: '/problems/job-failed', detail: 'The work itself failed.' };
  const answer = { error: problem, response: new Response(null, { status: 409 }) };
  vi.spyOn(api, 'POST').mockResolvedValue(answer as never);
  fireEvent.click(screen.getByRole('button', { name: /a part of the work/ }));
  expect(await screen.findByText('The work itself failed.')).toBeTruthy();
});
