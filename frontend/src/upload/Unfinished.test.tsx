// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, it, vi } from 'vitest';
import { api, type OpenUpload } from '../api/client';
import { Unfinished } from './Unfinished';

const uploads = [
  { uploadId: 'one', assetId: 'a', filename: 'dance.mov', size: 3_000_000_000 },
  { uploadId: 'two', assetId: 'b', filename: 'song.flac', size: 40_000_000 },
] as OpenUpload[];

/** Nothing is drawn here; colours are checked in the browser. */
const withoutLooks = { rules: { 'color-contrast': { enabled: false } } };

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const shown = (all: OpenUpload[]) =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Unfinished uploads={all} />
    </QueryClientProvider>,
  );

it('tells each file by name and size, and how to go on', async () => {
  const { container } = shown(uploads);
  expect(screen.getByRole('heading', { level: 3, name: 'dance.mov' })).toBeTruthy();
  expect(screen.getByText('3 GB')).toBeTruthy();
  expect(screen.getByText(/Choose the same file again to go on/)).toBeTruthy();
  expect(screen.getAllByRole('button')).toHaveLength(2);
  expect((await axe.run(container, withoutLooks)).violations).toEqual([]);
});

it('is not there when nothing is unfinished', () => {
  expect(shown([]).container.textContent).toBe('');
});

it('gives up the very upload', async () => {
  const answer = { response: new Response(null, { status: 204 }) };
  const remove = vi.spyOn(api, 'DELETE').mockResolvedValue(answer as never);
  shown(uploads);
  fireEvent.click(screen.getByRole('button', { name: 'Give up the upload of song.flac' }));
  await waitFor(() => expect(remove).toHaveBeenCalledWith('/api/uploads/{id}', { params: { path: { id: 'two' } } }));
  expect(remove).toHaveBeenCalledOnce();
});

it('says why it could not be given up', async () => {
  const problem = { title: 'Conflict', status: 409, type: '/problems/upload-complete', detail: 'This upload is complete.' };
  const answer = { error: problem, response: new Response(null, { status: 409 }) };
  vi.spyOn(api, 'DELETE').mockResolvedValue(answer as never);
  shown(uploads);
  fireEvent.click(screen.getByRole('button', { name: 'Give up the upload of dance.mov' }));
  expect(await screen.findByText('This upload is complete.')).toBeTruthy();
});
