// Brings one file in: announce it, send its bytes straight to the store, say that they are there.
import type { CreatedMultipart, InitiatedUpload, OpenUpload } from '../api/client';
import { Problem } from '../api/problem';
import { carry, Refusal } from './carry';
import { insist } from './insist';
import { Parts, type Part, type PartDoors } from './parts';
import { Speed } from './speed';

export type Phase = 'waiting' | 'announcing' | 'sending' | 'finishing' | 'done' | 'failed' | 'cancelled';

export type UploadState = {
  phase: Phase;
  /** Bytes that the store has taken, of `size`. */
  sent: number;
  size: number;
  /** Bytes a second; 0 while unknown. */
  speed: number;
  uploadId?: string;
  assetId?: string;
  /** Seconds until the next try, while the hub is busy or out of reach. */
  again?: number;
  /** Whether it is the connection that is waited for. */
  lost?: boolean;
  /** Why it failed: a Problem of the hub, or a Refusal of the store. */
  error?: Error;
};

/** What the uploader needs of the outside world. */
export type Doors = PartDoors & {
  /**
   * @param key the same for each try, so that a lost answer makes no second asset
   * @param profile how it is encoded; the hub chooses where none is named
   */
  initiate(file: File, key: string, profile?: string): Promise<InitiatedUpload>;
  /** An earlier upload of this file that can go on. */
  find(file: File): Promise<OpenUpload | undefined>;
  /** As initiate, for a file that goes in parts. */
  create(file: File, key: string, profile?: string): Promise<CreatedMultipart>;
  complete(uploadId: string, etag: string): Promise<unknown>;
  join(uploadId: string, parts: Part[]): Promise<unknown>;
  abort(uploadId: string): Promise<unknown>;
  /** A new Idempotency-Key. */
  key(): string;
  wait(milliseconds: number): Promise<void>;
};

/** Where the bytes go: whole to one address, or in parts to many. */
type Place = InitiatedUpload | CreatedMultipart | OpenUpload;

/** What is larger goes in parts, so that a break costs one part (bytes). */
export const WHOLE = 16 * 1024 * 1024;

export class Upload {
  readonly file: File;
  state: UploadState;
  private readonly profile: string | undefined;
  private readonly doors: Doors;
  private readonly changed: () => void;
  private key: string;
  private place: Place | undefined;
  private parts: Parts | undefined;
  private handOver: (() => Promise<unknown>) | undefined;
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
      await this.stubbornly(() => this.complete());
      this.set({ phase: 'done' });
    } catch (error) {
      this.set({ phase: 'failed', error: error as Error, speed: 0 });
    }
  }

  /** Stops, and takes back what was announced. */
  async cancel(): Promise<void> {
    this.set({ phase: 'cancelled', speed: 0 });
    this.request?.abort();
    this.parts?.stop();
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
    if (this.place) await this.doors.abort(this.place.uploadId).catch(() => undefined);
  }

  private async announce(): Promise<void> {
    if (this.handOver || (this.place && Date.parse(this.place.expiresAt) > this.doors.now())) return;
    const place = await this.find().catch((error: unknown) => {
      // What the key stands for is over: the next try is for a new upload.
      if (error instanceof Problem && error.status === 409 && error.retryAfter === undefined) this.key = this.doors.key();
      throw error;
    });
    this.place = place;
    if (this.cancelled) await this.takeBack();
    this.set({ uploadId: place.uploadId, assetId: place.assetId });
  }

  private async find(): Promise<Place> {
    if (this.file.size <= WHOLE) return this.doors.initiate(this.file, this.key, this.profile);
    return (await this.doors.find(this.file)) ?? this.doors.create(this.file, this.key, this.profile);
  }

  private async send(): Promise<void> {
    if (this.handOver || this.cancelled) return;
    this.set({ phase: 'sending', sent: 0 });
    const place = this.place!;
    try {
      this.handOver = 'partSize' in place ? await this.sendParts(place) : await this.sendWhole(place);
      this.set({ sent: this.file.size });
    } catch (error) {
      // A signature that the store no longer takes, or an upload that is over, is of no use to the next try.
      if (error instanceof Refusal ? error.status === 403 : over(error)) this.forget();
      throw error;
    }
  }

  /** What the hub finds missing or different is to be sent again by the next try. */
  private async complete(): Promise<void> {
    await this.handOver!().catch((error: unknown) => {
      if (over(error)) this.handOver = undefined;
      throw error;
    });
  }

  private async sendWhole(place: InitiatedUpload): Promise<() => Promise<unknown>> {
    this.request = this.doors.request();
    const etag = await carry(this.request, place, this.file, this.moved(), this.doors.now);
    return () => this.doors.complete(place.uploadId, etag);
  }

  private async sendParts(place: CreatedMultipart | OpenUpload): Promise<() => Promise<unknown>> {
    this.parts = new Parts(this.file, place, this.doors, this.moved());
    const parts = await this.parts.send();
    return () => this.doors.join(place.uploadId, parts);
  }

  private forget(): void {
    this.place = undefined;
    this.key = this.doors.key();
  }

  private moved(): (sent: number) => void {
    const speed = new Speed();
    return (sent) => {
      speed.add(this.doors.now(), sent);
      this.set({ sent, speed: speed.now });
    };
  }

  private stubbornly(act: () => Promise<unknown>): Promise<void> {
    return insist(act, {
      wait: this.doors.wait,
      waiting: (again, lost) => this.set({ again, lost }),
      over: () => this.cancelled,
      kept: () => this.parts?.kept ?? 0,
    });
  }

  private set(change: Partial<UploadState>): void {
    if (this.cancelled) return;
    this.state = { ...this.state, ...change };
    this.changed();
  }
}

/** The upload has ended at the hub, and takes nothing more. */
function over(error: unknown): boolean {
  return error instanceof Problem && [404, 409].includes(error.status) && error.retryAfter === undefined;
}
