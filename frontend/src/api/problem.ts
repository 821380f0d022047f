// Problem details (RFC 9457) as an error that can be shown.
import type { components } from './schema';

type Details = components['schemas']['Problem'];

export class Problem extends Error {
  /** HTTP status, or 0 when there was no answer. */
  readonly status: number;
  /** Stable name of the kind of problem, like `/problems/not-found`. */
  readonly type: string;
  /** What to say at which field. */
  readonly fields: Record<string, string>;
  /** Of the request, to quote when asking for help. */
  readonly traceId: string | undefined;
  /** Whether the hub gave words of its own. */
  readonly spoken: boolean;
  /** Seconds until the next try makes sense (Retry-After), when the hub said so. */
  readonly retryAfter: number | undefined;

  constructor(status: number, details: Partial<Details>, options?: ErrorOptions & { retryAfter?: number }) {
    super(details.detail ?? details.title ?? '', options);
    this.name = 'Problem';
    this.status = status;
    this.type = details.type ?? 'about:blank';
    this.traceId = details.traceId;
    this.spoken = this.message !== '';
    this.retryAfter = options?.retryAfter;
    this.fields = Object.fromEntries(
      (details.errors ?? []).map((error) => [(error.field ?? '').replace(/^[$./]+/, ''), error.message]),
    );
  }

  static from({ status, headers }: Response, body: unknown): Problem {
    const details = typeof body === 'object' && body !== null ? (body as Partial<Details>) : {};
    const seconds = Number.parseInt(headers.get('Retry-After') ?? '', 10);
    return new Problem(status, details, Number.isNaN(seconds) ? {} : { retryAfter: seconds });
  }

  static unreachable(cause: unknown): Problem {
    return new Problem(0, {}, { cause });
  }
}
