import type { ReactNode } from 'react';
import { Problem } from '../api/problem';
import { said } from '../text/words';
import { t } from '../text/text';

/** Bad news, with what to do about it. Read out at once, unless it is old news (calm). */
export function Failure(props: { error?: unknown; retry?: () => unknown; calm?: boolean; children?: ReactNode }) {
  const { error, retry, calm = false, children } = props;
  return (
    <div role={calm ? undefined : 'alert'} className="border-3 border-line bg-laterite p-4 text-bone">
      {error !== undefined && <p className="font-medium">{said(error)}</p>}
      {error instanceof Problem && error.status >= 500 && error.traceId && (
        <p className="text-sm">{t('problem.quote', { id: error.traceId })}</p>
      )}
      {children}
      {retry && (
        <button type="button" className="press mt-3" onClick={() => void retry()}>
          {t('problem.retry')}
        </button>
      )}
    </div>
  );
}

/** Where nothing is yet: what this place is for and what to do first. */
export function Empty({ title, body, level = 2, children }: { title: string; body: string; level?: 1 | 2; children?: ReactNode }) {
  const Heading = `h${level}` as const;
  return (
    <section className="sheet mx-auto max-w-xl p-6 sm:p-8">
      <Heading className="text-2xl sm:text-3xl">{title}</Heading>
      <p className="mt-3 text-lg text-quiet">{body}</p>
      {children && <div className="mt-5 flex flex-wrap gap-3">{children}</div>}
    </section>
  );
}

/** A wait that cannot tell how long it takes. */
export function Waiting({ label, className = '' }: { label: string; className?: string }) {
  return (
    <div role="status" className={`border-3 border-line ${className}`}>
      <div className="loom h-full min-h-24 w-full" />
      <span className="sr-only">{label}</span>
    </div>
  );
}
