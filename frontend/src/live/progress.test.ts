import { describe, expect, it } from 'vitest';
import type { Asset } from '../api/client';
import { applied, parsed, unfinished } from './progress';

const asset: Asset = {
  id: 'a',
  type: 'video',
  status: 'processing',
  progress: 0.5,
  title: 'A film',
  visibility: 'private',
  filename: 'film.mp4',
  size: 7,
  playable: true,
  renditions: [],
  warnings: [],
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
};

describe('applied', () => {
  it('moves progress forward', () => {
    expect(applied(asset, { id: 'a', status: 'processing', progress: 0.6 }).progress).toBe(0.6);
  });
  it('ignores progress that comes late', () => {
    expect(applied(asset, { id: 'a', status: 'processing', progress: 0.4 }).progress).toBe(0.5);
  });
  it('leaves other works alone', () => {
    expect(applied(asset, { id: 'b', status: 'failed', progress: 0 })).toBe(asset);
  });
  it('starts again when a failed work is retried', () => {
    const failed: Asset = { ...asset, status: 'failed', progress: 0.9, failure: { code: 'x', message: 'broken' } };
    const retried = applied(failed, { id: 'a', status: 'processing', progress: 0.1 });
    expect(retried).toMatchObject({ status: 'processing', progress: 0.1 });
    expect(retried.failure).toBeUndefined();
  });
  it('keeps the reason of a failure', () => {
    const failure = { code: 'not-media', message: 'This is text.' };
    expect(applied(asset, { id: 'a', status: 'failed', progress: 0.5, failure }).failure).toEqual(failure);
  });
  it('shows how far a source is that is fetched, and forgets it once that is over', () => {
    const coming: Asset = { ...asset, status: 'pending', arrival: { uploadId: 'u', received: 1, trouble: 'Broke off.' } };
    const further = applied(coming, { id: 'a', status: 'pending', progress: 0, arrival: { received: 2, expected: 4 } });
    expect(further.arrival).toEqual({ uploadId: 'u', received: 2, expected: 4 });
    expect(applied(further, { id: 'a', status: 'uploaded', progress: 0 }).arrival).toBeUndefined();
  });
  it('stays playable when the event does not say', () => {
    expect(applied(asset, { id: 'a', status: 'processing', progress: 0.6 }).playable).toBe(true);
  });
});

describe('parsed', () => {
  it('reads an event', () => {
    expect(parsed('{"id":"a","status":"complete","progress":1,"playable":true}')?.status).toBe('complete');
  });
  it.each(['', 'ping', '{}', 'null', '{"id":1,"status":"complete","progress":1}'])('refuses %j', (data) => {
    expect(parsed(data)).toBeUndefined();
  });
});

it('asks again only about works under way', () => {
  const open = (['pending', 'uploaded', 'processing', 'complete', 'failed'] as const).filter((status) =>
    unfinished({ status }),
  );
  expect(open).toEqual(['uploaded', 'processing']);
});
