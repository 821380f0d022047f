// What an event about a work does to what the page knows of it.
import type { Asset } from '../api/client';

/** The data of an `asset` event on the stream. */
export type AssetEvent = Pick<Asset, 'id' | 'status' | 'progress' | 'failure' | 'playable'> & {
  /** While the hub fetches its source. */
  arrival?: Omit<NonNullable<Asset['arrival']>, 'uploadId'>;
};

/**
 * The asset after the event. Within one status progress only grows, so that an event that overtook another never
 * moves the bar back; a new status (a retry, a new version) starts from what it says.
 */
export function applied(asset: Asset, event: AssetEvent): Asset {
  if (asset.id !== event.id) return asset;
  const same = asset.status === event.status;
  const next: Asset = {
    ...asset,
    status: event.status,
    progress: same ? Math.max(asset.progress, event.progress) : event.progress,
    playable: event.playable ?? asset.playable,
  };
  if (event.failure) next.failure = event.failure;
  else if (event.status !== 'failed') delete next.failure;
  if (event.arrival && asset.arrival) next.arrival = { uploadId: asset.arrival.uploadId, ...event.arrival };
  else delete next.arrival;
  return next;
}

/** Whether the hub still has work to do on it, so that it is worth asking again. */
export function unfinished(asset: Pick<Asset, 'status'>): boolean {
  return asset.status === 'uploaded' || asset.status === 'processing';
}

/** Whether the hub is fetching its source. */
export function arriving({ status, arrival }: Pick<Asset, 'status' | 'arrival'>): boolean {
  return status === 'pending' && arrival !== undefined;
}

/** Whether pictures of it are still being made, after the film itself. */
export function making({ sideTasks = [] }: Pick<Asset, 'sideTasks'>): boolean {
  return sideTasks.some(({ status }) => status !== 'failed');
}

/** The event in a message of the stream, or nothing when it is not one that this page understands. */
export function parsed(data: string): AssetEvent | undefined {
  try {
    const event: unknown = JSON.parse(data);
    return isEvent(event) ? event : undefined;
  } catch {
    return undefined;
  }
}

function isEvent(event: unknown): event is AssetEvent {
  if (typeof event !== 'object' || event === null) return false;
  const { id, status, progress } = event as Record<string, unknown>;
  return typeof id === 'string' && typeof status === 'string' && typeof progress === 'number';
}
