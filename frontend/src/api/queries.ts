// What the pages ask the hub for, and how the answers are kept.
import { infiniteQueryOptions, queryOptions, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { applied, type AssetEvent } from '../live/progress';
import { api, got, type Account, type Asset, type Status } from './client';
import { Problem } from './problem';

type Page<T> = { items: T[]; nextCursor?: string };

/** Who is signed in, or null. */
export const me = queryOptions({
  queryKey: ['me'],
  staleTime: 5 * 60_000,
  queryFn: async (): Promise<Account | null> => {
    try {
      return await got(api.GET('/api/auth/me'));
    } catch (error) {
      if (error instanceof Problem && (error.status === 401 || error.status === 403)) return null;
      throw error;
    }
  },
});

const paged = <T,>(queryKey: readonly unknown[], page: (cursor?: string) => Promise<Page<T>>) =>
  infiniteQueryOptions({
    queryKey,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => page(pageParam),
    getNextPageParam: (last: Page<T>) => last.nextCursor,
  });

export const videos = () =>
  paged(['videos'], (cursor) => got(api.GET('/api/videos', { params: { query: { cursor, limit: 24 } } })));

export const myAssets = () =>
  paged(['assets', 'mine'], (cursor) => got(api.GET('/api/assets', { params: { query: { cursor, limit: 20 } } })));

export const allAssets = (status?: Status) =>
  paged(['assets', 'all', status ?? 'any'], (cursor) =>
    got(api.GET('/api/admin/assets', { params: { query: { cursor, status, limit: 30 } } })),
  );

/** Uploads that stopped on their way and can go on. */
export const openUploads = queryOptions({
  queryKey: ['uploads'],
  queryFn: () => got(api.GET('/api/uploads', { params: { query: { limit: 100 } } })),
});

/** How much room the account's sources take, and how much they may. */
export const quota = queryOptions({
  queryKey: ['quota'],
  queryFn: () => got(api.GET('/api/uploads/quota')),
});

/** After an upload has come to its end, whichever. */
export const renewWorks = (cache: QueryClient) =>
  Promise.all([
    cache.invalidateQueries({ queryKey: ['assets'] }),
    cache.invalidateQueries({ queryKey: openUploads.queryKey }),
    cache.invalidateQueries({ queryKey: quota.queryKey }),
  ]);

/** What an upload may be encoded as; rarely changes. */
export const profiles = queryOptions({
  queryKey: ['profiles'],
  staleTime: Infinity,
  queryFn: () => got(api.GET('/api/uploads/profiles')),
});

export type LetterState = 'parked' | 'replayed' | 'discarded';

/** What dead letters may have in common. */
export type LetterFilter = { queue?: string; code?: string; asset?: string; trace?: string };

export const deadLetters = (state: LetterState, filter: LetterFilter) =>
  paged(['dead-letters', state, filter], (cursor) =>
    got(api.GET('/api/admin/dead-letters', { params: { query: { cursor, state, ...filter, limit: 20 } } })),
  );

export const deadLetterKinds = queryOptions({
  queryKey: ['dead-letters', 'kinds'],
  queryFn: () => got(api.GET('/api/admin/dead-letters/kinds')),
});

export const deadLetter = (id: string) =>
  queryOptions({
    queryKey: ['dead-letters', 'one', id],
    queryFn: () => got(api.GET('/api/admin/dead-letters/{id}', { params: { path: { id } } })),
  });

export const receipts = (job: string) =>
  queryOptions({
    queryKey: ['receipts', job],
    queryFn: () => got(api.GET('/jobs/{id}/receipts', { params: { path: { id: job } } })),
  });

export const readAsset = (id: string): Promise<Asset> =>
  got(api.GET('/api/assets/{id}', { params: { path: { id } } }));

/** The stills that may stand for a work. */
export const thumbnails = (id: string) =>
  queryOptions({
    queryKey: ['thumbnails', id],
    queryFn: async () => (await got(api.GET('/api/assets/{id}/thumbnails', { params: { path: { id } } }))).items,
  });

/** Lets an event, or a newer copy, show in every list that holds the asset. */
export function patchAssets(cache: QueryClient, change: (asset: Asset) => Asset): void {
  cache.setQueriesData<InfiniteData<Page<Asset>>>({ queryKey: ['assets'] }, (data) =>
    data && { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(change) })) },
  );
  cache.setQueriesData<Asset>({ queryKey: ['asset'] }, (asset) => asset && change(asset));
}

export function applyEvent(cache: QueryClient, event: AssetEvent): void {
  patchAssets(cache, (asset) => applied(asset, event));
}

export function replaceAsset(cache: QueryClient, newer: Asset): void {
  patchAssets(cache, (asset) => (asset.id === newer.id ? { ...asset, ...newer } : asset));
}

/** Every item of the pages read so far. */
export function items<T>(data: InfiniteData<Page<T>> | undefined): T[] {
  return data?.pages.flatMap((page) => page.items) ?? [];
}
