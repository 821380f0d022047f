// What a program in TypeScript writes against the contract: checked by the compiler, and once by running it.
import createClient from 'openapi-fetch';
import { expect, expectTypeOf, it } from 'vitest';
import type { components, paths } from './schema';

type Schemas = components['schemas'];

const answer = (status: number, body: object, type = 'application/json') =>
  Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'Content-Type': type } }));

it('knows what an operation takes and what it answers', async () => {
  const sent: Request[] = [];
  const api = createClient<paths>({
    baseUrl: 'https://hub.example.com',
    fetch: (request) => {
      sent.push(request);
      return answer(201, { uploadId: 'u', assetId: 'a', method: 'PUT', url: 'https://store/', headers: {}, expiresAt: '' });
    },
  });
  const { data } = await api.POST('/api/uploads/initiate', {
    params: { header: { 'Idempotency-Key': 'k' } },
    body: { filename: 'film.mp4', contentType: 'video/mp4', size: 10 },
  });
  expectTypeOf(data!).toEqualTypeOf<Schemas['InitiatedUpload']>();
  expect(data?.uploadId).toBe('u');
  expect(sent[0]?.url).toBe('https://hub.example.com/api/uploads/initiate');
  expect(sent[0]?.headers.get('Idempotency-Key')).toBe('k');
  // @ts-expect-error a body that lacks what the contract requires
  void (() => api.POST('/api/uploads/initiate', { body: { filename: 'film.mp4' } }));
  // @ts-expect-error a path that is not in the contract
  void (() => api.GET('/api/nothing'));
});

it('knows a refusal as problem details', async () => {
  const problem = { type: '/problems/not-found', title: 'Not found', status: 404 };
  const api = createClient<paths>({
    baseUrl: 'https://hub.example.com',
    fetch: () => answer(404, problem, 'application/problem+json'),
  });
  const { error } = await api.GET('/api/assets/{id}', { params: { path: { id: 'a' } } });
  expectTypeOf(error!).toEqualTypeOf<Schemas['Problem']>();
  expect(error?.type).toBe('/problems/not-found');
});
