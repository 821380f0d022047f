// A file in parts: what the store has already is not sent again, the rest goes several parts at a time.
import { carry, type Target } from './carry';

/** So many parts of one file at a time. */
const AT_ONCE = 4;

export type Part = { PartNumber: number; ETag: string };

export type PartDoors = {
  /** Parts that have come whole. */
  listParts(uploadId: string): Promise<Part[]>;
  signPart(uploadId: string, number: number): Promise<Target>;
  request(): XMLHttpRequest;
  now(): number;
};

export class Parts {
  /** Bytes of the parts that the store has. */
  kept = 0;
  private readonly moving = new Map<number, number>();
  private readonly requests = new Set<XMLHttpRequest>();
  private readonly stored = new Map<number, string>();
  private stopped = false;
  private readonly file: File;
  private readonly upload: { uploadId: string; partSize: number };
  private readonly doors: PartDoors;
  private readonly moved: (bytes: number) => void;

  /** @param moved how many bytes of the file have left, or are there */
  constructor(
    file: File,
    upload: { uploadId: string; partSize: number },
    doors: PartDoors,
    moved: (bytes: number) => void,
  ) {
    this.file = file;
    this.upload = upload;
    this.doors = doors;
    this.moved = moved;
  }

  /** Sends what the store does not have; answers all parts. A failure ends all; call it again to go on. */
  async send(): Promise<Part[]> {
    this.stopped = false;
    for (const { PartNumber, ETag } of await this.doors.listParts(this.upload.uploadId)) this.keep(PartNumber, ETag);
    this.tell();
    const last = Math.ceil(this.file.size / this.upload.partSize);
    const missing = Array.from({ length: last }, (_, n) => n + 1).filter((number) => !this.stored.has(number));
    const work = async () => {
      for (let number = missing.shift(); number !== undefined && !this.stopped; number = missing.shift()) {
        await this.sendOne(number);
      }
    };
    try {
      await Promise.all(Array.from({ length: AT_ONCE }, work));
    } finally {
      this.stop();
    }
    return [...this.stored].map(([PartNumber, ETag]) => ({ PartNumber, ETag }));
  }

  /** Breaks off what is on its way. */
  stop(): void {
    this.stopped = true;
    for (const request of this.requests) request.abort();
  }

  private async sendOne(number: number): Promise<void> {
    const target = await this.doors.signPart(this.upload.uploadId, number);
    if (this.stopped) return;
    const request = this.doors.request();
    this.requests.add(request);
    try {
      const moved = (bytes: number) => {
        this.moving.set(number, bytes);
        this.tell();
      };
      this.keep(number, await carry(request, target, this.slice(number), moved, this.doors.now));
    } finally {
      this.requests.delete(request);
      this.moving.delete(number);
    }
    this.tell();
  }

  private slice(number: number): Blob {
    const { partSize } = this.upload;
    return this.file.slice((number - 1) * partSize, Math.min(number * partSize, this.file.size));
  }

  private keep(number: number, etag: string): void {
    if (!this.stored.has(number)) this.kept += this.slice(number).size;
    this.stored.set(number, etag);
  }

  private tell(): void {
    this.moved([...this.moving.values()].reduce((sum, bytes) => sum + bytes, this.kept));
  }
}
