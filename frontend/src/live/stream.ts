// The hub's server-sent events, opened again after they break.
import { parsed, type AssetEvent } from './progress';

export type Listener = {
  event(event: AssetEvent): void;
  /** Whether events arrive; while they do not, whoever cares has to ask. */
  open(open: boolean): void;
};

/** After the browser gave a stream up, the wait before it is tried anew (milliseconds). */
const REOPEN = 15_000;

/** Listens until the returned function is called. */
export function listen(listener: Listener, open = () => new EventSource('/api/events')): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const connect = () => {
    source = open();
    source.onopen = () => listener.open(true);
    source.onerror = () => {
      listener.open(false);
      // While it is CONNECTING the browser tries again by itself; CLOSED means that it never will.
      if (source?.readyState === 2) timer = setTimeout(connect, REOPEN);
    };
    source.addEventListener('asset', (message) => {
      const event = parsed((message as MessageEvent<string>).data);
      if (event) listener.event(event);
    });
  };

  connect();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
