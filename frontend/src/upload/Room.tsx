import { useQuery } from '@tanstack/react-query';
import { quota } from '../api/queries';
import { bytes } from '../format';
import { currentLanguage, t } from '../text/text';

/** How much of the account's room is taken; nothing where it has no limit, or nobody knows. */
export function Room() {
  const { data } = useQuery(quota);
  if (data?.limit === undefined) return null;
  const { used, limit } = data;
  const language = currentLanguage();
  const share = limit > 0 ? Math.min(1, used / limit) : 1;
  const words = t('quota.used', { used: bytes(used, language), limit: bytes(limit, language) });
  return (
    <section className="mt-6 grid gap-2" aria-label={t('quota.title')}>
      <p className="text-sm text-quiet tabular-nums">{words}</p>
      <div
        role="meter"
        aria-label={t('quota.title')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.floor(share * 100)}
        aria-valuetext={words}
        className="h-3 border-2 border-line bg-paper"
      >
        <div className={`h-full ${used >= limit ? 'bg-laterite' : 'bg-forest'}`} style={{ width: `${share * 100}%` }} />
      </div>
      {used >= limit && <p>{t('quota.full')}</p>}
    </section>
  );
}
