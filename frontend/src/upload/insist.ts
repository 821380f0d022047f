// Tries again what may go better the next time: when the hub says so, else with growing pauses.
import { Problem } from '../api/problem';
import { Refusal } from './carry';

/** Pauses before the next tries when a server stumbles (seconds). */
const PAUSES = [1, 3, 8];
/** The same while there is no connection: it comes back by itself, and nobody should have to sit and wait (seconds). */
const LOST = [1, 3, 8, 15, 30, 60, 60, 60, 60];
/** How long to wait, all in all, for a hub that is busy (seconds). */
const PATIENCE = 15 * 60;

export type Circumstances = {
  wait(milliseconds: number): Promise<void>;
  /** Told each second until the next try; undefined when it begins. */
  waiting(seconds: number | undefined, lost: boolean): void;
  /** Whether nobody wants it any more. */
  over(): boolean;
  /** What will not have to be done again: whenever it grows, patience begins anew. */
  kept(): number;
};

/** Throws what the last try threw, when there is no sense in another one. */
export async function insist(act: () => Promise<unknown>, { wait, waiting, over, kept }: Circumstances): Promise<void> {
  let waited = 0;
  let before = kept();
  for (let attempt = 0; ; ) {
    if (over()) throw new Error('cancelled');
    try {
      await act();
      return;
    } catch (error) {
      if (over()) throw error;
      if (kept() > before) attempt = 0;
      before = kept();
      const busy = busyFor(error);
      if (busy !== undefined && waited < PATIENCE) {
        waited += busy;
        await pause(busy, false);
      } else {
        const lost = unreachable(error);
        const seconds = (lost ? LOST : PAUSES)[attempt++];
        if (seconds === undefined || !passing(error)) throw error;
        await pause(seconds, lost);
      }
    }
  }

  async function pause(seconds: number, lost: boolean): Promise<void> {
    for (let left = seconds; left > 0 && !over(); left--) {
      waiting(left, lost);
      await wait(1000);
    }
    waiting(undefined, false);
  }
}

/** Seconds that the hub asks to wait, for something that passes by itself. */
function busyFor(error: unknown): number | undefined {
  const asks = error instanceof Problem && [409, 429, 503].includes(error.status);
  return asks && error.retryAfter !== undefined ? Math.max(1, error.retryAfter) : undefined;
}

/** Nobody answered. */
function unreachable(error: unknown): boolean {
  return (error instanceof Refusal || error instanceof Problem) && error.status === 0;
}

/** A full disk (507) does not pass by itself. */
function passing(error: unknown): boolean {
  if (!(error instanceof Refusal) && !(error instanceof Problem)) return false;
  return error.status === 0 || error.status === 429 || (error.status >= 500 && error.status !== 507);
}
