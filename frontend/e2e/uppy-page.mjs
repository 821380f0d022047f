// What a page of somebody else's does to bring files in with Uppy; docs/uploads.md shows it. e2e/uppy.mjs runs it.
import AwsS3 from '@uppy/aws-s3';
import Uppy from '@uppy/core';

/** Brings one file in, or goes on with an earlier upload of it; answers the hub's answer. */
export async function bring(file, token) {
  const headers = { Authorization: `Bearer ${token}` };
  const uppy = new Uppy().use(AwsS3, {
    endpoint: '/api/uploads',
    headers,
    shouldUseMultipart: true,
    retryDelays: [0, 1000, 3000, 5000, 10_000, 30_000, 60_000], // then Uppy gives the upload up, with all its parts
  });
  const id = uppy.addFile({ name: file.name, type: file.type, data: file });
  uppy.setFileMeta(id, { size: file.size, lastModified: file.lastModified, title: 'A film by Uppy' });

  const query = new URLSearchParams({ filename: file.name, size: file.size, lastModified: file.lastModified });
  const { items } = await (await fetch(`/api/uploads?${query}`, { headers })).json();
  if (items.length > 0) uppy.setFileState(id, { s3Multipart: { uploadId: items[0].uploadId, key: items[0].key } });

  const { successful, failed } = await uppy.upload();
  if (failed.length > 0) throw new Error(failed[0].error);
  return successful[0].uploadURL;
}
