import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { DeadLetter } from '../../api/client';
import { deadLetterKinds, deadLetters, items, type LetterState } from '../../api/queries';
import { moment } from '../../format';
import type { AdminSearch } from '../../router';
import { currentLanguage, t } from '../../text/text';
import { Choice } from '../../ui/Choice';
import { More } from '../../ui/More';
import { Empty, Failure, Waiting } from '../../ui/Notice';
import { filterOf, names } from './filter';
import { Settle, type Selection } from './Settle';

const states: LetterState[] = ['parked', 'replayed', 'discarded'];

/** Dead letters by state, kind, work or trace; many of them can be settled at once. */
export function LetterList() {
  const search = useSearch({ from: '/admin' });
  const state = search.state ?? 'parked';
  const filter = filterOf(search);
  const query = useInfiniteQuery(deadLetters(state, filter));
  const letters = items(query.data);
  return (
    <section aria-labelledby="letters">
      <h2 id="letters" className="mb-4 text-2xl">
        {t('admin.letters')}
      </h2>
      <Filters />
      {query.isPending && <Waiting label={t('app.loading')} className="h-44" />}
      {query.isError && <Failure error={query.error} retry={query.refetch} />}
      {query.isSuccess && letters.length === 0 && (
        <Empty title={t('admin.letters.empty.title')} body={t('admin.letters.empty.body')} />
      )}
      {state === 'parked' ? (
        <Selectable key={JSON.stringify(filter)} letters={letters} more={query.hasNextPage} />
      ) : (
        <ul className="grid gap-4">
          {letters.map((letter) => (
            <li key={letter.id}>
              <Row letter={letter} />
            </li>
          ))}
        </ul>
      )}
      <More query={query} />
    </section>
  );
}

function Filters() {
  const search = useSearch({ from: '/admin' });
  const navigate = useNavigate({ from: '/admin' });
  const kinds = useQuery(deadLetterKinds);
  const change = (next: Partial<AdminSearch>) => void navigate({ search: { ...search, ...next } });
  const kind = search.queue && search.code ? `${search.queue} ${search.code}` : '';
  const known = kinds.data?.items ?? [];
  const options = known.map((one): [string, string] => [
    `${one.queue} ${one.code}`,
    t('admin.letters.kind.option', { queue: one.queue, code: one.code, count: one.count }),
  ]);
  if (kind && !options.some(([value]) => value === kind)) options.push([kind, kind]);
  return (
    <div className="mb-6 flex flex-wrap items-end gap-x-6 gap-y-3">
      <Choice
        label={t('admin.letters.state')}
        value={search.state ?? 'parked'}
        choose={(value) => change({ state: value === 'parked' ? undefined : (value as LetterState) })}
        options={states.map((one) => [one, t(`admin.letters.${one}`)])}
      />
      <Choice
        label={t('admin.letters.kind')}
        value={kind}
        choose={(value) => {
          const [queue, code] = value.split(' ');
          change({ queue: queue || undefined, code });
        }}
        options={[['', t('admin.any')], ...options]}
      />
      <About key={search.of} of={search.of ?? ''} choose={(of) => change({ of: of || undefined })} />
    </div>
  );
}

/** A work's or a trace's id, as somebody quoted it. */
function About({ of, choose }: { of: string; choose: (of: string) => void }) {
  const [text, setText] = useState(of);
  const field = useId();
  const wanted = text.trim().toLowerCase();
  const wrong = wanted !== '' && !names(wanted);
  return (
    <form
      className="flex grow flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrong) choose(wanted);
      }}
    >
      <label htmlFor={field} className="font-semibold">
        {t('admin.letters.about')}
      </label>
      <input
        id={field}
        className="field w-auto max-w-md min-w-0 flex-1 basis-48"
        value={text}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${field}-wrong` : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="press">
        {t('admin.letters.about.find')}
      </button>
      {wrong && (
        <p id={`${field}-wrong`} className="w-full text-sm">
          {t('admin.letters.about.wrong')}
        </p>
      )}
    </form>
  );
}

function Selectable({ letters, more }: { letters: DeadLetter[]; more: boolean }) {
  const filter = filterOf(useSearch({ from: '/admin' }));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [everything, setEverything] = useState(false);
  const ids = letters.map((letter) => letter.id).filter((id) => chosen.has(id));
  const all = letters.length > 0 && ids.length === letters.length;
  const clear = () => {
    setChosen(new Set());
    setEverything(false);
  };
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
    setEverything(false);
  };
  const selection: Selection = everything ? { filter } : { ids };
  return (
    <>
      {letters.length > 0 && (
        <div className="mb-4 flex flex-wrap items-center gap-3 border-3 border-line bg-sheet p-3">
          <label className="flex min-h-11 items-center gap-2 font-semibold">
            <input
              type="checkbox"
              className="size-5 accent-forest"
              checked={all}
              onChange={(event) => {
                setChosen(new Set(event.target.checked ? letters.map((letter) => letter.id) : []));
                setEverything(false);
              }}
            />
            {t('admin.letters.select.shown', { count: letters.length })}
          </label>
          {all && more && (
            <label className="flex min-h-11 items-center gap-2 font-semibold">
              <input
                type="checkbox"
                className="size-5 accent-forest"
                checked={everything}
                onChange={(event) => setEverything(event.target.checked)}
              />
              {t('admin.letters.select.everything')}
            </label>
          )}
          <div className="flex grow flex-wrap justify-end gap-3">
            <Settle selection={selection} count={everything ? undefined : ids.length} settled={clear} />
          </div>
        </div>
      )}
      <ul className="grid gap-4">
        {letters.map((letter) => (
          <li key={letter.id}>
            <Row letter={letter} chosen={chosen.has(letter.id)} choose={(on) => toggle(letter.id, on)} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Row(props: { letter: DeadLetter; chosen?: boolean; choose?: (on: boolean) => void }) {
  const { letter, chosen, choose } = props;
  const search = useSearch({ from: '/admin' });
  return (
    <article data-testid={`letter-${letter.id}`} className="flex gap-3 border-3 border-line bg-sheet p-4">
      {choose && (
        <input
          type="checkbox"
          className="mt-1 size-5 shrink-0 accent-forest"
          aria-label={t('admin.letters.select.one', { cause: letter.cause.slice(0, 80) })}
          checked={chosen}
          onChange={(event) => choose(event.target.checked)}
        />
      )}
      <div className="grid min-w-0 grow gap-2">
        <h3 className="font-sans text-base leading-snug font-bold">
          <Link to="/admin" search={{ ...search, letter: letter.id }} className="underline">
            {letter.cause.length > 200 ? `${letter.cause.slice(0, 200)}…` : letter.cause}
          </Link>
        </h3>
        <p className="flex flex-wrap gap-2">
          <span className="chip bg-sheet">{letter.queue}</span>
          <span className="chip bg-sheet">{letter.code}</span>
        </p>
        <p className="text-sm text-quiet">
          {[moment(letter.receivedAt, currentLanguage()), letter.asset?.title, letter.asset?.owner, letter.reason]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
    </article>
  );
}
