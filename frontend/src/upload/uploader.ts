// Brings one file in: announce it, PUT its bytes straight to the store, say that they are there.
import type { InitiatedUpload } from '../api/client';
import { Problem } from '../api/problem';
import { Speed } from './speed';

export type Phase = 'waiting' | 'announcing' | 'sending' | 'finishing' | 'done' | 'failed' | 'cancelled';

export type UploadState = {
  phase: Phase;
  /** Bytes that the store has taken, of `size`. */
  sent: number;
  size: number;
  /** Bytes a second; 0 while unknown. */
  speed: number;
  assetId?: string;
  /** Seconds until the next try, while the hub is busy. */
  again?: number;
  /** Why it failed: a Problem of the hub, or a Refusal of the store. */
  error?: Error;
};

/** What the uploader needs of the outside world. */
export type Doors = {
  /**
   * @param key the same for each try, so that a lost answer makes no second asset
   * @param profile how it is encoded; the hub chooses where none is named
   */
  initiate(file: File, key: string, profile?: string): Promise<InitiatedUpload>;
  complete(uploadId: string): Promise<unknown>;
  abort(uploadId: string): Promise<unknown>;
  request(): XMLHttpRequest;
  /** A new Idempotency-Key. */
  key(): string;
  now(): number;
  wait(milliseconds: number): Promise<void>;
};

/** The store did not take the bytes: an HTTP status, or 0 when the connection broke or stalled. */
export class Refusal extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`the store answered ${status}`);
    this.name = 'Refusal';
    this.status = status;
  }
}

/** After so long without a byte moving, a connection counts as broken (milliseconds). */
const STALL = 45_000;
/** Pauses before the next tries when a connection breaks or a server stumbles (milliseconds). */
const PAUSES = [1000, 3000, 8000];
/** How long to wait, all in all, for a hub that is busy (seconds). */
const PATIENCE = 15 * 60;
/** A browser sets these by itself and complains when a script tries. */
const OWN_HEADERS = new Set(['host', 'content-length', 'connection', 'expect']);

export class Upload {
  readonly file: File;
  state: UploadState;
  private readonly profile: string | undefined;
  private readonly doors: Doors;
  private readonly changed: () => void;
  private key: string;
  private target: InitiatedUpload | undefined;
  private stored = false;
  private request: XMLHttpRequest | undefined;

  constructor(file: File, doors: Doors, changed: () => void, profile?: string) {
    this.file = file;
    this.profile = profile;
    this.doors = doors;
    this.changed = changed;
    this.key = doors.key();
    this.state = { phase: 'waiting', sent: 0, size: file.size, speed: 0 };
  }

  /** Goes as far as it can, from where it stopped; never throws, the state tells. */
  async run(): Promise<void> {
    this.set({ phase: 'announcing', error: undefined, speed: 0 });
    try {
      await this.stubbornly(() => this.announce());
      await this.stubbornly(() => this.send());
      this.set({ phase: 'finishing', speed: 0 });
      await this.stubbornly(() => this.doors.complete(this.target!.uploadId));
      this.set({ phase: 'done' });
    } catch (error) {
      this.set({ phase: 'failed', error: error as Error, speed: 0 });
    }
  }

  /** Stops, and takes back what was announced. */
  async cancel(): Promise<void> {
    this.set({ phase: 'cancelled', speed: 0 });
    this.request?.abort();
    await this.takeBack();
  }

  get ended(): boolean {
    return this.state.phase === 'done' || this.cancelled;
  }

  private get cancelled(): boolean {
    return this.state.phase === 'cancelled';
  }

  /** Aborts at the hub. When that fails, the upload expires by itself. */
  private async takeBack(): Promise<void> {
    if (this.target) await this.doors.abort(this.target.uploadId).catch(() => undefined);
  }

  private async announce(): Promise<void> {
    if (this.stored || (this.target && Date.parse(this.target.expiresAt) > this.doors.now())) return;
    const target = await this.doors.initiate(this.file, this.key, this.profile).catch((error: unknown) => {
      // What the key stands for is over: the next try is for a new upload.
      if (error instanceof Problem && error.status === 409 && error.retryAfter === undefined) this.key = this.doors.key();
      throw error;
    });
    this.target = target;
    if (this.cancelled) await this.takeBack();
    this.set({ assetId: target.assetId });
  }

  private async send(): Promise<void> {
    if (this.stored || this.cancelled) return;
    this.set({ phase: 'sending', sent: 0 });
    try {
      await this.put(this.target!);
      this.stored = true;
      this.set({ sent: this.file.size });
    } catch (error) {
      // A signature that the store no longer takes is of no use to the next try.
      if (error instanceof Refusal && error.status === 403) this.target = undefined;
      throw error;
    }
  }

  private put(target: InitiatedUpload): Promise<void> {
    const request = (this.request = this.doors.request());
    const speed = new Speed();
    return new Promise<void>((resolve, reject) => {
      let lastMove = this.doors.now();
      const watch = setInterval(() => {
        if (this.doors.now() - lastMove > STALL && this.state.sent < this.file.size) request.abort();
      }, 5000);
      const end = (status: number) => {
        clearInterval(watch);
        if (status >= 200 && status < 300) resolve();
        else reject(new Refusal(status));
      };
      request.upload.onprogress = (event) => {
        lastMove = this.doors.now();
        speed.add(lastMove, event.loaded);
        this.set({ sent: Math.min(event.loaded, this.file.size), speed: speed.now });
      };
      request.onload = () => end(request.status);
      request.onerror = () => end(0);
      request.onabort = () => end(0);
      request.open(target.method, target.url);
      for (const [name, value] of Object.entries(target.headers)) {
        if (!OWN_HEADERS.has(name.toLowerCase())) request.setRequestHeader(name, value);
      }
      request.send(this.file);
    });
  }

  /** Tries again what may go better the next time: when the hub says so, else with growing pauses. */
  private async stubbornly(act: () => Promise<unknown>): Promise<void> {
    let waited = 0;
    for (let attempt = 0; ; ) {
      if (this.cancelled) throw new Error('cancelled');
      try {
        await act();
        return;
      } catch (error) {
        const busy = busyFor(error);
        if (this.cancelled) throw error;
        if (busy !== undefined && waited < PATIENCE) {
          waited += busy;
          await this.pause(busy);
        } else {
          const pause = PAUSES[attempt++];
          if (pause === undefined || !passing(error)) throw error;
          await this.doors.wait(pause);
        }
      }
    }
  }

  /** Counts the seconds down, for everybody to see. */
  private async pause(seconds: number): Promise<void> {
    for (let left = seconds; left > 0 && !this.cancelled; left--) {
      this.set({ again: left });
      await this.doors.wait(1000);
    }
    this.set({ again: undefined });
  }

  private set(change: Partial<UploadState>): void {
    if (this.cancelled) return;
    this.state = { ...this.state, ...change };
    this.changed();
  }
}

/** Seconds that the hub asks to wait, for something that passes by itself. */
function busyFor(error: unknown): number | undefined {
  const asks = error instanceof Problem && [409, 429, 503].includes(error.status);
  return asks && error.retryAfter !== undefined ? Math.max(1, error.retryAfter) : undefined;
}

/** A full disk (507) does not pass by itself. */
function passing(error: unknown): boolean {
  if (!(error instanceof Refusal) && !(error instanceof Problem)) return false;
  return error.status === 0 || error.status === 429 || (error.status >= 500 && error.status !== 507);
}
