// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { api, type Asset } from '../api/client';
import { Arriving } from '../pages/Arriving';
import { FromAddress } from './FromAddress';

const URL = 'https://films.example/a.mp4';
const inPage = (what: ReactNode) => render(<QueryClientProvider client={new QueryClient()}>{what}</QueryClientProvider>);
const field = () => screen.getByRole<HTMLInputElement>('textbox');
const send = () => fireEvent.click(screen.getByRole('button', { name: 'Fetch it' }));

beforeEach(() => vi.restoreAllMocks());
afterEach(cleanup);

it('asks the hub to fetch the file as the chosen profile says', async () => {
  const post = vi.spyOn(api, 'POST').mockResolvedValue({ data: {}, response: new Response(null, { status: 202 }) } as never);
  inPage(<FromAddress profile="fast" />);
  fireEvent.change(field(), { target: { value: URL } });
  send();
  expect(await screen.findByText(/is fetching it/)).toBeTruthy();
  expect(post.mock.calls[0]?.[1]).toMatchObject({ body: { url: URL, profile: 'fast' } });
  expect(field().value).toBe('');
});

it('says why not, keeps the address, and sends the same key again', async () => {
  const problem = { title: 'No', status: 422, type: '/problems/address-not-public', detail: 'That is not public.' };
  const answer = { error: problem, response: new Response(null, { status: 422 }) };
  const post = vi.spyOn(api, 'POST').mockResolvedValue(answer as never);
  inPage(<FromAddress profile={undefined} />);
  fireEvent.change(field(), { target: { value: URL } });
  send();
  expect(await screen.findByText('That is not public.')).toBeTruthy();
  expect(field().value).toBe(URL);
  send();
  await waitFor(() => expect(post).toHaveBeenCalledTimes(2));
  const calls = post.mock.calls as unknown as [string, { params: unknown }][];
  const keys = calls.map(([, options]) => JSON.stringify(options.params));
  expect(keys[0]).toBe(keys[1]);
});

it('shows how far a fetch is, and stops it', async () => {
  const remove = vi.spyOn(api, 'DELETE').mockResolvedValue({ response: new Response(null, { status: 204 }) } as never);
  const arrival = { uploadId: 'u', received: 250_000, expected: 1_000_000, trouble: 'The server broke off.' };
  inPage(<Arriving asset={{ id: 'a', title: 'Sahel', status: 'pending', arrival } as Asset} />);
  expect(screen.getByRole('progressbar', { name: 'Fetching Sahel' }).getAttribute('aria-valuenow')).toBe('25');
  expect(screen.getByText('The server broke off. It tries again by itself.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Stop fetching Sahel' }));
  await waitFor(() => expect(remove).toHaveBeenCalledWith('/api/uploads/{id}', { params: { path: { id: 'u' } } }));
});
