// Bytes on their way to the store.

/** The store did not take the bytes: an HTTP status, or 0 when the connection broke or stalled. */
export class Refusal extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`the store answered ${status}`);
    this.name = 'Refusal';
    this.status = status;
  }
}

/** A signed address, and the headers that were signed with it. */
export type Target = { method: string; url: string; headers: Record<string, string> };

/** After so long without a byte moving, a connection counts as broken (milliseconds). */
const STALL = 45_000;
/** A browser sets these by itself and complains when a script tries. */
const OWN_HEADERS = new Set(['host', 'content-length', 'connection', 'expect']);

/**
 * Sends one body; answers its ETag, or throws a Refusal. Whoever aborts the request gets one too.
 *
 * @param moved how many bytes have left, again and again
 */
export function carry(
  request: XMLHttpRequest,
  target: Target,
  body: Blob,
  moved: (bytes: number) => void,
  now: () => number,
): Promise<string> {
  return new Promise((resolve, reject) => {
    let [lastMove, left] = [now(), 0];
    const watch = setInterval(() => {
      if (now() - lastMove > STALL && left < body.size) request.abort();
    }, 5000);
    const end = (status: number) => {
      clearInterval(watch);
      if (status >= 200 && status < 300) resolve(request.getResponseHeader('ETag') ?? '');
      else reject(new Refusal(status));
    };
    request.upload.onprogress = (event) => {
      lastMove = now();
      left = Math.min(event.loaded, body.size);
      moved(left);
    };
    request.onload = () => end(request.status);
    request.onerror = () => end(0);
    request.onabort = () => end(0);
    request.open(target.method, target.url);
    for (const [name, value] of Object.entries(target.headers)) {
      if (!OWN_HEADERS.has(name.toLowerCase())) request.setRequestHeader(name, value);
    }
    request.send(body);
  });
}
