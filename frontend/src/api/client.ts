// The hub's API, typed by its contract. The session is a cookie that scripts cannot read; a failure is a Problem.
import createClient from 'openapi-fetch';
import type { components, paths } from './schema';
import { Problem } from './problem';

type Schemas = components['schemas'];
export type Account = Schemas['Account'];
export type Asset = Schemas['Asset'];
export type AssetChange = Schemas['AssetChange'];
export type SideTask = Schemas['SideTask'];
export type Thumbnail = Schemas['Thumbnail'];
export type PosterChoice = Schemas['PosterChoice'];
export type Attempt = Schemas['Attempt'];
export type DeadLetter = Schemas['DeadLetter'];
export type Settled = Schemas['Settled'];
export type RenditionReceipt = Schemas['RenditionReceipt'];
export type SampledRung = Schemas['SampledRung'];
export type InitiatedUpload = Schemas['InitiatedUpload'];
export type CreatedMultipart = Schemas['CreatedMultipart'];
export type OpenUpload = Schemas['OpenUpload'];
export type Video = Schemas['Video'];
export type VideoDetail = Schemas['VideoDetail'];
export type Visibility = Asset['visibility'];
export type Status = Asset['status'];

export const api = createClient<paths>({ baseUrl: '', credentials: 'same-origin' });

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** The answer's data; throws a Problem when the hub refused or could not be reached. */
export async function got<T>(request: Promise<Answer<T>>): Promise<T> {
  const answer = await request.catch((cause: unknown) => {
    throw Problem.unreachable(cause);
  });
  if (!answer.response.ok) throw Problem.from(answer.response, answer.error);
  return answer.data as T;
}
