import { useState } from 'react';
import { duration as durationText } from '../format';
import { Weave } from '../weave/Weave';

/** The face of a work: its poster, or its weave until there is one; its preview while somebody looks closer. */
export function Cover(props: {
  id: string;
  poster?: string;
  preview?: string;
  /** Whether somebody points at it. */
  closer?: boolean;
  duration?: number;
  className?: string;
}) {
  const { id, poster, preview, closer = false, duration, className = '' } = props;
  const [broken, setBroken] = useState<string>();
  return (
    <div className={`relative aspect-video w-full overflow-hidden bg-ink ${className}`}>
      {poster && poster !== broken ? (
        <img
          src={poster}
          alt=""
          loading="lazy"
          decoding="async"
          className="size-full object-contain"
          onError={() => setBroken(poster)}
        />
      ) : (
        <Weave id={id} className="size-full" />
      )}
      {preview && closer && (
        <video
          src={preview}
          className="absolute inset-0 size-full bg-ink object-contain"
          autoPlay
          loop
          muted
          playsInline
          tabIndex={-1}
          aria-hidden="true"
        />
      )}
      {duration !== undefined && duration > 0 && (
        <span className="absolute right-2 bottom-2 border-2 border-ink bg-bone px-1.5 text-sm font-bold text-ink tabular-nums">
          {durationText(duration)}
        </span>
      )}
    </div>
  );
}
