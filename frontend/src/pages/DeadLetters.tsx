import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { api, got, type DeadLetter } from '../api/client';
import { deadLetters, items, type LetterState } from '../api/queries';
import { moment } from '../format';
import { currentLanguage, t } from '../text/text';
import { Choice } from '../ui/Choice';
import { Confirm } from '../ui/Confirm';
import { More } from '../ui/More';
import { Empty, Failure, Waiting } from '../ui/Notice';

const states: LetterState[] = ['parked', 'replayed', 'discarded'];

/** What the hub gave up, why, and what can be done about it. */
export function DeadLetters() {
  const [state, setState] = useState<LetterState>('parked');
  const query = useInfiniteQuery(deadLetters(state));
  const letters = items(query.data);
  return (
    <section aria-labelledby="letters">
      <div className="mb-6 flex flex-wrap items-end justify-between gap-4">
        <h2 id="letters" className="text-2xl">
          {t('admin.letters')}
        </h2>
        <Choice
          label={t('admin.letters.state')}
          value={state}
          choose={(value) => setState(value as LetterState)}
          options={states.map((one) => [one, t(`admin.letters.${one}`)])}
        />
      </div>
      {query.isPending && <Waiting label={t('app.loading')} className="h-44" />}
      {query.isError && <Failure error={query.error} retry={query.refetch} />}
      {query.isSuccess && letters.length === 0 && (
        <Empty title={t('admin.letters.empty.title')} body={t('admin.letters.empty.body')} />
      )}
      <ul className="grid gap-5">
        {letters.map((letter) => (
          <li key={letter.id}>
            <Letter letter={letter} />
          </li>
        ))}
      </ul>
      <More query={query} />
    </section>
  );
}

function Letter({ letter }: { letter: DeadLetter }) {
  const facts: [string, string | number | undefined][] = [
    [t('admin.letters.queue'), letter.queue],
    [t('admin.letters.attempts'), letter.attempts],
    [t('admin.letters.when'), moment(letter.receivedAt, currentLanguage())],
    [t('admin.letters.reason'), letter.reason],
  ];
  return (
    <article data-testid={`letter-${letter.id}`} className="grid gap-3 border-3 border-line bg-sheet p-4 sm:p-5">
      <h3 className="font-sans text-lg leading-snug font-bold">{letter.cause}</h3>
      <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {facts.map(
          ([name, value]) =>
            value !== undefined && (
              <div key={name} className="flex gap-2">
                <dt className="text-quiet">{name}</dt>
                <dd className="font-semibold">{value}</dd>
              </div>
            ),
        )}
        {letter.assetId && (
          <div className="flex gap-2">
            <dt className="text-quiet">{t('admin.letters.work')}</dt>
            <dd>
              <Link to="/watch/$id" params={{ id: letter.assetId }} className="font-semibold underline">
                {letter.assetId}
              </Link>
            </dd>
          </div>
        )}
      </dl>
      {letter.detail && <Verbatim title={t('admin.letters.detail')} text={letter.detail} />}
      {letter.body && <Verbatim title={t('admin.letters.message')} text={letter.body} />}
      {letter.state === 'parked' && <Decide letter={letter} />}
    </article>
  );
}

function Verbatim({ title, text }: { title: string; text: string }) {
  return (
    <details className="border-2 border-line">
      <summary className="min-h-11 p-2.5 font-semibold">{title}</summary>
      <pre tabIndex={0} aria-label={title} className="max-h-72 overflow-auto border-t-2 border-line bg-ink p-3 text-sm text-bone">
        {text}
      </pre>
    </details>
  );
}

function Decide({ letter }: { letter: DeadLetter }) {
  const { id, queue } = letter;
  const cache = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const settled = () => cache.invalidateQueries({ queryKey: ['dead-letters'] });
  const path = { params: { path: { id } } };
  const replay = useMutation({
    mutationFn: () => got(api.POST('/api/admin/dead-letters/{id}/replay', path)),
    onSuccess: settled,
  });
  const discard = useMutation({
    mutationFn: () => got(api.POST('/api/admin/dead-letters/{id}/discard', { ...path, body: { reason: reason.trim() } })),
    onSuccess: () => {
      setAsking(false);
      return settled();
    },
  });
  const field = useId();
  return (
    <>
      {replay.isError && <Failure error={replay.error} />}
      <div className="flex flex-wrap gap-3">
        <button
          type="button"
          className="press press-gold"
          aria-label={t('admin.letters.replay.of', { queue })}
          disabled={replay.isPending}
          onClick={() => replay.mutate()}
        >
          {replay.isPending ? t('admin.letters.replaying') : t('admin.letters.replay')}
        </button>
        <button
          type="button"
          className="press"
          aria-label={t('admin.letters.discard.of', { queue })}
          onClick={() => setAsking(true)}
        >
          {t('admin.letters.discard')}
        </button>
      </div>
      {asking && (
        <Confirm
          words={{
            title: t('admin.letters.discard.title'),
            body: t('admin.letters.discard.body'),
            yes: t('admin.letters.discard'),
            no: t('admin.letters.discard.no'),
            busy: t('admin.letters.discard.busy'),
          }}
          busy={discard.isPending}
          error={discard.error}
          confirm={() => reason.trim() && discard.mutate()}
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
