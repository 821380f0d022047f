import { percent } from '../format';
import { currentLanguage } from '../text/text';

/** How far something is: a share of one, or undefined while nobody knows. `label` says of what. */
export function Progress({ share, label }: { share?: number; label: string }) {
  const language = currentLanguage();
  const known = share !== undefined;
  const width = known ? Math.min(100, Math.max(0, share * 100)) : 100;
  return (
    <div className="flex items-center gap-3">
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={known ? Math.floor(width) : undefined}
        aria-valuetext={known ? percent(share, language) : undefined}
        className="h-5 grow border-2 border-line bg-paper"
      >
        <div
          className={`stitch h-full transition-[width] duration-150 ${known && share >= 1 ? '' : 'stitch-moving'} ${known ? '' : 'opacity-50'} ${width > 0 && width < 100 ? 'border-r-2 border-line' : ''}`}
          style={{ width: `${width}%` }}
        />
      </div>
      {known && (
        <span aria-hidden="true" className="min-w-[3.25rem] text-right font-heading text-lg font-bold tabular-nums">
          {percent(share, language)}
        </span>
      )}
    </div>
  );
}
