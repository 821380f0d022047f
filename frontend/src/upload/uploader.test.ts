import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../api/problem';
import { Refusal } from './carry';
import { Speed } from './speed';
import { Upload, WHOLE, type Doors } from './uploader';

/** A request whose answers the test gives. */
class FakeRequest {
  static sent: FakeRequest[] = [];
  upload: { onprogress?: (event: { loaded: number }) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  status = 0;
  opened: string[] = [];
  headers: Record<string, string> = {};
  body: unknown;
  open(method: string, url: string) {
    this.opened = [method, url];
  }
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }
  send(body: unknown) {
    this.body = body;
    FakeRequest.sent.push(this);
  }
  abort() {
    this.onabort?.();
  }
  getResponseHeader(name: string) {
    return name === 'ETag' ? `"${this.opened[1]}"` : null;
  }
  answer(status: number) {
    this.status = status;
    this.onload?.();
  }
}

const file = new File([new Uint8Array(1000)], 'film.mp4', { type: 'video/mp4' });
/** Four parts of five MiB, the last one shorter. */
const film = new File([new Uint8Array(WHOLE + 1)], 'film.mov', { type: 'video/quicktime', lastModified: 7 });
const partSize = 5 * 1024 * 1024;
const open = { uploadId: 'm1', assetId: 'a2', partSize, expiresAt: new Date(3_600_000).toISOString() };
let clock = 0;
let doors: { [name in keyof Doors]: ReturnType<typeof vi.fn> };

beforeEach(() => {
  FakeRequest.sent = [];
  clock = 0;
  doors = {
    initiate: vi.fn(async () => ({
      uploadId: 'u1',
      assetId: 'a1',
      method: 'PUT',
      url: 'http://store.test/raw/1?sig',
      headers: { 'Content-Type': 'video/mp4', 'Content-Length': '1000' },
      expiresAt: new Date(3_600_000).toISOString(),
    })),
    find: vi.fn(async () => undefined),
    create: vi.fn(async () => open),
    listParts: vi.fn(async () => []),
    signPart: vi.fn(async (_id: string, number: number) => ({
      method: 'PUT',
      url: `http://store.test/part/${number}`,
      headers: {},
    })),
    complete: vi.fn(async () => undefined),
    join: vi.fn(async () => undefined),
    abort: vi.fn(async () => undefined),
    request: vi.fn(() => new FakeRequest()),
    key: vi.fn(() => `key-${doors.key.mock.calls.length}`),
    now: vi.fn(() => clock),
    wait: vi.fn(async () => undefined),
  };
});

afterEach(() => vi.useRealTimers());

function upload(changed = () => {}, of = file) {
  return new Upload(of, doors as unknown as Doors, changed);
}

async function request(nth: number): Promise<FakeRequest> {
  await vi.waitFor(() => expect(FakeRequest.sent.length).toBeGreaterThan(nth));
  return FakeRequest.sent[nth]!;
}

describe('an upload', () => {
  it('announces, sends and completes', async () => {
    const one = upload();
    const run = one.run();
    const put = await request(0);
    expect(put.opened).toEqual(['PUT', 'http://store.test/raw/1?sig']);
    expect(put.headers).toEqual({ 'Content-Type': 'video/mp4' });
    expect(put.body).toBe(file);
    put.answer(200);
    await run;
    expect(doors.complete).toHaveBeenCalledWith('u1', '"http://store.test/raw/1?sig"');
    expect(one.state).toMatchObject({ phase: 'done', assetId: 'a1', sent: 1000 });
  });

  it('tells how far and how fast it is', async () => {
    const seen: [number, number][] = [];
    const one = upload(() => seen.push([one.state.sent, Math.round(one.state.speed)]));
    const run = one.run();
    const put = await request(0);
    clock = 1000;
    put.upload.onprogress?.({ loaded: 250 });
    clock = 2000;
    put.upload.onprogress?.({ loaded: 500 });
    put.answer(200);
    await run;
    expect(seen).toContainEqual([250, 0]);
    expect(seen).toContainEqual([500, 250]);
  });

  it('sends again when the connection breaks', async () => {
    const one = upload();
    const run = one.run();
    (await request(0)).onerror?.();
    (await request(1)).answer(200);
    await run;
    expect(one.state.phase).toBe('done');
    expect(doors.initiate).toHaveBeenCalledTimes(1);
    expect(doors.wait).toHaveBeenCalledWith(1000);
  });

  it('breaks a connection off that stalls', async () => {
    vi.useFakeTimers();
    const one = upload();
    const run = one.run();
    await vi.advanceTimersByTimeAsync(0);
    clock = 60_000;
    await vi.advanceTimersByTimeAsync(5000);
    expect(FakeRequest.sent).toHaveLength(2);
    FakeRequest.sent[1]!.answer(200);
    await run;
    expect(one.state.phase).toBe('done');
  });

  it('gives up after its tries, and goes on where it stopped', async () => {
    doors.complete.mockRejectedValue(new Problem(503, {}));
    const one = upload();
    const run = one.run();
    (await request(0)).answer(200);
    await run;
    expect(one.state.phase).toBe('failed');
    expect(doors.complete).toHaveBeenCalledTimes(4);
    doors.complete.mockResolvedValue(undefined);
    await one.run();
    expect(one.state.phase).toBe('done');
    expect(FakeRequest.sent).toHaveLength(1);
  });

  it('does not insist when the hub refuses', async () => {
    doors.initiate.mockRejectedValue(new Problem(413, { detail: 'Too large.' }));
    const one = upload();
    await one.run();
    expect(doors.initiate).toHaveBeenCalledTimes(1);
    expect(one.state).toMatchObject({ phase: 'failed', error: { message: 'Too large.' } });
  });

  it('asks for a new address when the old one is no longer taken', async () => {
    const one = upload();
    const first = one.run();
    (await request(0)).answer(403);
    await first;
    expect(one.state.error).toBeInstanceOf(Refusal);
    const second = one.run();
    (await request(1)).answer(200);
    await second;
    expect(doors.initiate).toHaveBeenCalledTimes(2);
    expect(one.state.phase).toBe('done');
  });

  it('names the profile that was chosen', async () => {
    const one = new Upload(file, doors as unknown as Doors, () => {}, 'archive');
    const run = one.run();
    (await request(0)).answer(200);
    await run;
    expect(doors.initiate).toHaveBeenCalledWith(file, 'key-1', 'archive');
  });

  it('announces with the same key until it has an answer', async () => {
    doors.initiate.mockRejectedValueOnce(new Problem(0, {})); // the answer was lost on its way
    const one = upload();
    const run = one.run();
    (await request(0)).answer(200);
    await run;
    expect(doors.initiate.mock.calls.map(([, key]) => key)).toEqual(['key-1', 'key-1']);
    expect(upload()).not.toBe(one);
    expect(doors.key).toHaveBeenCalledTimes(2);
  });

  it('takes a new key when the upload of the old one is over', async () => {
    doors.initiate.mockRejectedValueOnce(new Problem(409, { type: '/problems/upload-over' }));
    const one = upload();
    await one.run();
    expect(one.state.phase).toBe('failed');
    const again = one.run();
    (await request(0)).answer(200);
    await again;
    expect(doors.initiate.mock.calls.map(([, key]) => key)).toEqual(['key-1', 'key-2']);
  });

  it('waits for as long as a busy hub asks, says so, and keeps the file', async () => {
    const busy = new Problem(503, { detail: 'Busy.' }, { retryAfter: 3 });
    doors.initiate.mockRejectedValueOnce(busy);
    for (let time = 0; time < 9; time++) doors.complete.mockRejectedValueOnce(busy);
    const seen: (number | undefined)[] = [];
    const one = upload(() => seen.push(one.state.again));
    const run = one.run();
    const put = await request(0);
    expect(put.body).toBe(file);
    expect(seen).toEqual([undefined, 3, 2, 1, undefined, undefined, undefined]);
    put.answer(200);
    await run;
    expect(one.state.phase).toBe('done');
    expect(doors.wait).toHaveBeenCalledTimes(30);
  });

  it('does not wait for ever for a busy hub', async () => {
    doors.initiate.mockRejectedValue(new Problem(503, { detail: 'Busy.' }, { retryAfter: 300 }));
    const one = upload();
    await one.run();
    expect(one.state).toMatchObject({ phase: 'failed', error: { message: 'Busy.' } });
  });

  it('does not insist when the disk of the hub is full', async () => {
    doors.initiate.mockRejectedValue(new Problem(507, { detail: 'No room.' }));
    const one = upload();
    await one.run();
    expect(doors.initiate).toHaveBeenCalledTimes(1);
    expect(one.state).toMatchObject({ phase: 'failed', error: { message: 'No room.' } });
  });

  it('takes back what it announced when it is cancelled', async () => {
    const one = upload();
    const run = one.run();
    await request(0);
    await one.cancel();
    await run;
    expect(one.state.phase).toBe('cancelled');
    expect(doors.abort).toHaveBeenCalledWith('u1');
    expect(doors.complete).not.toHaveBeenCalled();
  });
});

describe('a large upload', () => {
  const numbers = () => FakeRequest.sent.map(({ opened }) => Number(opened[1]!.split('/').at(-1)));

  it('goes in parts, several at a time, and hands over what the store said of each', async () => {
    const one = upload(() => {}, film);
    const run = one.run();
    await request(3);
    expect(numbers()).toEqual([1, 2, 3, 4]);
    expect(FakeRequest.sent.map(({ body }) => (body as Blob).size)).toEqual([partSize, partSize, partSize, WHOLE + 1 - 3 * partSize]);
    for (const each of [3, 0, 1, 2]) FakeRequest.sent[each]!.answer(200);
    await run;
    expect(one.state).toMatchObject({ phase: 'done', sent: film.size, uploadId: 'm1', assetId: 'a2' });
    const [id, parts] = doors.join.mock.calls[0]! as unknown as [string, { PartNumber: number; ETag: string }[]];
    expect(id).toBe('m1');
    expect(parts).toContainEqual({ PartNumber: 4, ETag: '"http://store.test/part/4"' });
    expect(parts).toHaveLength(4);
    expect(doors.initiate).not.toHaveBeenCalled();
  });

  it('goes on with an earlier one of the same file and sends only what is missing', async () => {
    doors.find.mockResolvedValue({ ...open, uploadId: 'm0' });
    doors.listParts.mockResolvedValue([1, 2, 4].map((PartNumber) => ({ PartNumber, ETag: `"${PartNumber}"` })));
    const seen: number[] = [];
    const one = upload(() => seen.push(one.state.sent), film);
    const run = one.run();
    (await request(0)).answer(200);
    await run;
    expect(numbers()).toEqual([3]);
    expect(seen).toContain(film.size - partSize);
    expect(doors.find).toHaveBeenCalledWith(film);
    expect(doors.create).not.toHaveBeenCalled();
    expect(doors.join.mock.calls[0]![0]).toBe('m0');
  });

  it('asks the store again after a break and sends no part twice', async () => {
    const one = upload(() => {}, film);
    const run = one.run();
    await request(3);
    FakeRequest.sent[0]!.answer(200);
    doors.listParts.mockResolvedValue([{ PartNumber: 1, ETag: '"1"' }]);
    FakeRequest.sent[1]!.onerror?.();
    await request(6);
    expect(numbers().slice(4)).toEqual([2, 3, 4]);
    for (const each of FakeRequest.sent.slice(4)) each.answer(200);
    await run;
    expect(one.state.phase).toBe('done');
  });

  it('goes on for as long as every break is followed by a part that comes', async () => {
    let looks = 0;
    let there = 0;
    doors.listParts.mockImplementation(async () => {
      there = Math.min(3, Math.floor(looks++ / 3));
      return [1, 2, 3].slice(0, there).map((PartNumber) => ({ PartNumber, ETag: `"${PartNumber}"` }));
    });
    doors.signPart.mockImplementation(async (_id: string, number: number) => {
      if (there < 3) throw new Problem(500, {});
      return { method: 'PUT', url: `http://store.test/part/${number}`, headers: {} };
    });
    const one = upload(() => {}, film);
    const run = one.run();
    (await request(0)).answer(200);
    await run;
    expect(one.state.phase).toBe('done');
    expect(looks).toBe(10);
  });

  it('begins anew when its upload is over', async () => {
    doors.listParts.mockRejectedValueOnce(new Problem(409, { type: '/problems/upload-expired' }));
    const one = upload(() => {}, film);
    await one.run();
    expect(one.state.phase).toBe('failed');
    const again = one.run();
    await request(3);
    for (const each of FakeRequest.sent) each.answer(200);
    await again;
    expect(one.state.phase).toBe('done');
    expect(doors.create.mock.calls.map((call) => (call as unknown[])[1])).toEqual(['key-1', 'key-2']);
  });

  it('sends again what the hub missed', async () => {
    doors.listParts.mockResolvedValueOnce([1, 2, 3, 4].map((PartNumber) => ({ PartNumber, ETag: '"1"' })));
    doors.join.mockRejectedValueOnce(new Problem(409, { type: '/problems/parts-missing' }));
    const one = upload(() => {}, film);
    await one.run();
    expect(one.state.phase).toBe('failed');
    const again = one.run();
    await vi.waitFor(() => expect(doors.listParts).toHaveBeenCalledTimes(2));
    for (let each = 0; each < 4; each++) (await request(each)).answer(200);
    await again;
    expect(one.state.phase).toBe('done');
  });

  it('breaks every part off when it is cancelled', async () => {
    const one = upload(() => {}, film);
    const run = one.run();
    await request(3);
    await one.cancel();
    await run;
    expect(one.state.phase).toBe('cancelled');
    expect(doors.abort).toHaveBeenCalledWith('m1');
    expect(doors.join).not.toHaveBeenCalled();
    expect(FakeRequest.sent).toHaveLength(4);
  });
});

it('measures speed over the last seconds only', () => {
  const speed = new Speed();
  speed.add(0, 0);
  speed.add(1000, 10_000);
  for (let second = 2; second <= 10; second++) speed.add(second * 1000, 10_000 + (second - 1) * 100);
  expect(speed.now).toBeCloseTo(100);
});
