import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { listen } from './stream';

class FakeSource extends EventTarget {
  onopen?: () => void;
  onerror?: () => void;
  readyState = 0;
  close = vi.fn();
}

let sources: FakeSource[];
const listener = { event: vi.fn(), open: vi.fn() };
const open = () => {
  const source = new FakeSource();
  sources.push(source);
  return source as unknown as EventSource;
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  sources = [];
});
afterEach(() => vi.useRealTimers());

it('hands on events about works and skips what it does not understand', () => {
  listen(listener, open);
  const event = { id: 'a', status: 'processing', progress: 0.5 };
  sources[0]!.dispatchEvent(new MessageEvent('asset', { data: 'hm' }));
  sources[0]!.dispatchEvent(new MessageEvent('asset', { data: JSON.stringify(event) }));
  expect(listener.event.mock.calls).toEqual([[event]]);
});

it('opens a stream again that the browser gave up', () => {
  listen(listener, open);
  sources[0]!.readyState = 2;
  sources[0]!.onerror?.();
  expect(listener.open).toHaveBeenLastCalledWith(false);
  vi.advanceTimersByTime(15_000);
  expect(sources).toHaveLength(2);
  sources[1]!.onopen?.();
  expect(listener.open).toHaveBeenLastCalledWith(true);
});

it('leaves a stream to the browser that is connecting again', () => {
  listen(listener, open);
  sources[0]!.onerror?.();
  vi.advanceTimersByTime(60_000);
  expect(sources).toHaveLength(1);
});

it('stays silent once nobody listens', () => {
  const stop = listen(listener, open);
  sources[0]!.readyState = 2;
  sources[0]!.onerror?.();
  stop();
  vi.advanceTimersByTime(60_000);
  expect(sources).toHaveLength(1);
  expect(sources[0]!.close).toHaveBeenCalled();
});
