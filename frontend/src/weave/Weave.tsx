import { memo, useMemo } from 'react';
import { weave } from './weave';

/** The cloth of an id, filling its box. Decoration: what it stands for is named beside it. */
export const Weave = memo(function Weave({ id, className = '' }: { id: string; className?: string }) {
  const cloth = useMemo(() => weave(id), [id]);
  return (
    <svg
      aria-hidden="true"
      className={className}
      viewBox={`0 0 ${cloth.width} ${cloth.height}`}
      preserveAspectRatio="xMidYMid slice"
      shapeRendering="crispEdges"
    >
      <rect width={cloth.width} height={cloth.height} fill={cloth.ground} />
      {cloth.threads.map(({ colour, path }) => (
        <path key={colour} fill={colour} d={path} />
      ))}
    </svg>
  );
});
