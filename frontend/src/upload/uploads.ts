// The uploads of this visit. They go on while their creator looks at other pages.
import { useSyncExternalStore } from 'react';
import { api, got } from '../api/client';
import { t } from '../text/text';
import { newKey } from './key';
import { Upload, type Doors } from './uploader';

/** So many at a time; the others wait. */
const AT_ONCE = 2;

const doors: Doors = {
  initiate: (file, key, profile) =>
    got(
      api.POST('/api/uploads/initiate', {
        params: { header: { 'Idempotency-Key': key } },
        body: {
          filename: file.name.slice(-255),
          contentType: typeOf(file),
          size: file.size,
          title: titleOf(file.name),
          profile,
        },
      }),
    ),
  find: async (file) => {
    const query = { filename: file.name.slice(-255), size: file.size, lastModified: file.lastModified };
    const { items } = await got(api.GET('/api/uploads', { params: { query } }));
    return items.find(({ uploadId }) => !uploads.some(({ state }) => state.uploadId === uploadId));
  },
  create: (file, key, profile) =>
    got(
      api.POST('/api/uploads/s3/multipart', {
        params: { header: { 'Idempotency-Key': key } },
        body: {
          filename: file.name.slice(-255),
          type: typeOf(file),
          metadata: {
            size: `${file.size}`,
            lastModified: `${file.lastModified}`,
            title: titleOf(file.name),
            ...(profile && { profile }),
          },
        },
      }),
    ),
  listParts: (uploadId) => got(api.GET('/api/uploads/s3/multipart/{uploadId}', { params: { path: { uploadId } } })),
  signPart: (uploadId, partNumber) =>
    got(api.GET('/api/uploads/s3/multipart/{uploadId}/{partNumber}', { params: { path: { uploadId, partNumber } } })),
  complete: (uploadId, etag) => got(api.POST('/api/uploads/complete', { body: { uploadId, etag: etag || undefined } })),
  join: (uploadId, parts) =>
    got(api.POST('/api/uploads/s3/multipart/{uploadId}/complete', { params: { path: { uploadId } }, body: { parts } })),
  abort: (id) => got(api.DELETE('/api/uploads/{id}', { params: { path: { id } } })),
  request: () => new XMLHttpRequest(),
  key: newKey,
  now: () => Date.now(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

let uploads: Upload[] = [];
let snapshot: { upload: Upload; state: Upload['state'] }[] = [];
const listeners = new Set<() => void>();
let arrived: () => unknown = () => undefined;

/** Takes files in; `done` is called after each of them arrived whole. */
export function add(files: Iterable<File>, profile: string | undefined, done: () => unknown): void {
  arrived = done;
  uploads = [...uploads, ...[...files].map((file) => new Upload(file, doors, changed, profile))];
  changed();
  next();
}

export function retry(upload: Upload): void {
  void go(upload);
}

export async function cancel(upload: Upload): Promise<void> {
  await upload.cancel();
  dismiss(upload);
  await arrived();
}

export function dismiss(upload: Upload): void {
  uploads = uploads.filter((other) => other !== upload);
  changed();
}

export function useUploads() {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => snapshot,
  );
}

function next(): void {
  const busy = uploads.filter(({ state }) => ['announcing', 'sending', 'finishing'].includes(state.phase)).length;
  for (const upload of uploads.filter(({ state }) => state.phase === 'waiting').slice(0, Math.max(0, AT_ONCE - busy))) {
    void go(upload);
  }
}

async function go(upload: Upload): Promise<void> {
  await upload.run();
  if (upload.state.phase === 'done') {
    await arrived();
    dismiss(upload);
  }
  next();
}

function changed(): void {
  snapshot = uploads.map((upload) => ({ upload, state: upload.state }));
  for (const listener of listeners) listener();
}

/** What the browser says, where that is media; names mislead, so that the hub looks at the content anyway. */
function typeOf(file: File): string {
  return /^(video|audio|image)\//.test(file.type) ? file.type : 'application/octet-stream';
}

/** A first title: the file's name without its ending, underscores and dots as spaces. */
export function titleOf(filename: string): string {
  const bare = filename.replace(/\.[A-Za-z0-9]{1,5}$/, '');
  return (bare.replace(/[_.]+/g, ' ').trim() || filename).slice(0, 200);
}

window.addEventListener('beforeunload', (event) => {
  if (uploads.some((upload) => !upload.ended && upload.state.phase !== 'failed')) {
    event.preventDefault();
    return t('upload.leave');
  }
});
