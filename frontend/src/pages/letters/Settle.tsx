import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { api, got, type Settled } from '../../api/client';
import type { LetterFilter } from '../../api/queries';
import { t } from '../../text/text';
import { Confirm } from '../../ui/Confirm';
import { Failure } from '../../ui/Notice';

/** Which dead letters: these, or whatever fits a filter. */
export type Selection = { ids: string[] } | { filter: LetterFilter };

/** As many as the hub settles at once. */
const most = 100;

/**
 * Replays or discards a selection and says what became of it.
 * @param props.count how many, where that is known
 */
export function Settle(props: { selection: Selection; count?: number; settled?: () => void }) {
  const { selection, count, settled } = props;
  const cache = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const field = useId();
  const done = async () => {
    setAsking(false);
    settled?.();
    await Promise.all([
      cache.invalidateQueries({ queryKey: ['dead-letters'] }),
      cache.invalidateQueries({ queryKey: ['assets'] }),
    ]);
  };
  const settle = useMutation({
    mutationFn: (what: 'replay' | 'discard') =>
      each(selection, (body) =>
        what === 'replay'
          ? got(api.POST('/api/admin/dead-letters/replay', { body }))
          : got(api.POST('/api/admin/dead-letters/discard', { body: { ...body, reason: reason.trim() } })),
      ),
    onSuccess: done,
  });
  const replaying = settle.isPending && settle.variables === 'replay';
  const nothing = count === 0;
  const busy = settle.isPending;
  const many = count === undefined ? t('admin.letters.all') : String(count);
  return (
    <>
      <button
        type="button"
        className="press press-gold disabled:cursor-not-allowed"
        disabled={busy || nothing}
        onClick={() => settle.mutate('replay')}
      >
        {replaying ? t('admin.letters.replaying') : t('admin.letters.replay.count', { count: many })}
      </button>
      <button
        type="button"
        className="press disabled:cursor-not-allowed"
        disabled={busy || nothing}
        onClick={() => setAsking(true)}
      >
        {t('admin.letters.discard.count', { count: many })}
      </button>
      {settle.isError && !asking && <Failure error={settle.error} />}
      <Outcome settled={settle.data} />
      {asking && (
        <Confirm
          words={{
            title: t('admin.letters.discard.title', { count: many }),
            body: t('admin.letters.discard.body'),
            yes: t('admin.letters.discard'),
            no: t('admin.letters.discard.no'),
            busy: t('admin.letters.discard.busy'),
          }}
          busy={busy}
          error={settle.error}
          confirm={() => reason.trim() && settle.mutate('discard')}
          close={() => setAsking(false)}
        >
          <label htmlFor={field} className="-mb-3 font-semibold">
            {t('admin.letters.discard.reason')}
          </label>
          <textarea
            id={field}
            className="field"
            rows={3}
            required
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Confirm>
      )}
    </>
  );
}

/** What was done, and why the rest was not. */
function Outcome({ settled }: { settled: Settled | undefined }) {
  const why = new Set(settled?.results.flatMap((result) => result.problem?.detail ?? []) ?? []);
  return (
    <div role="status" className="w-full empty:hidden">
      {settled && <p>{t('admin.letters.settled', { done: settled.done, refused: settled.refused })}</p>}
      {why.size > 0 && (
        <ul className="list-inside list-disc">
          {[...why].slice(0, 5).map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

type Body = { ids?: string[]; filter?: LetterFilter; cursor?: string };

/** One call after the other until all of the selection is settled. */
async function each(selection: Selection, call: (body: Body) => Promise<Settled>): Promise<Settled> {
  const whole: Settled = { done: 0, refused: 0, results: [] };
  const add = (part: Settled) => {
    whole.done += part.done;
    whole.refused += part.refused;
    whole.results.push(...part.results);
    return part.nextCursor;
  };
  if ('ids' in selection) {
    for (let from = 0; from < selection.ids.length; from += most) {
      add(await call({ ids: selection.ids.slice(from, from + most) }));
    }
    return whole;
  }
  let cursor = add(await call(selection));
  while (cursor) cursor = add(await call({ ...selection, cursor }));
  return whole;
}
