import { useEffect, useState } from 'react';

/** Who only passes by with the pointer does not mean it. */
const MEANT = 200;

/**
 * Whether somebody points at an element, or is on it with the keyboard, for longer than a moment; never for who wants
 * less motion. The handlers go onto that element.
 */
export function useCloser() {
  const [near, setNear] = useState(false);
  const [closer, setCloser] = useState(false);
  useEffect(() => {
    if (!near || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const timer = setTimeout(() => setCloser(true), MEANT);
    return () => {
      clearTimeout(timer);
      setCloser(false);
    };
  }, [near]);
  const come = () => setNear(true);
  const go = () => setNear(false);
  return { closer, handlers: { onPointerEnter: come, onPointerLeave: go, onFocus: come, onBlur: go } };
}
