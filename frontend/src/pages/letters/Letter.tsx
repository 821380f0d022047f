import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Attempt, DeadLetter } from '../../api/client';
import { deadLetter } from '../../api/queries';
import { moment } from '../../format';
import { currentLanguage, t } from '../../text/text';
import { CopyText } from '../../ui/CopyText';
import { Failure, Waiting } from '../../ui/Notice';
import { pretty, shell } from './filter';
import { Settle } from './Settle';

/** One dead letter, whole: what happened, what ran, what came of each attempt, and the message itself. */
export function Letter({ id }: { id: string }) {
  const { letter: _, ...list } = useSearch({ from: '/admin' });
  const query = useQuery(deadLetter(id));
  return (
    <section aria-labelledby="letter" className="grid gap-5">
      <p>
        <Link to="/admin" search={list} className="press">
          {t('admin.letters.back')}
        </Link>
      </p>
      {query.isPending && <Waiting label={t('app.loading')} className="h-64" />}
      {query.isError && <Failure error={query.error} retry={query.refetch} />}
      {query.data && <Whole letter={query.data} />}
    </section>
  );
}

function Whole({ letter }: { letter: DeadLetter }) {
  const last = letter.history.at(-1);
  return (
    <>
      <h2 id="letter" className="font-sans text-xl leading-snug font-bold">
        {letter.cause}
      </h2>
      {letter.state === 'parked' && (
        <div className="flex flex-wrap gap-3">
          <Settle selection={{ ids: [letter.id] }} count={1} />
        </div>
      )}
      <Facts letter={letter} />
      {last?.command && <Command command={last.command} />}
      {letter.detail && <Block title={t('admin.letters.detail')} text={letter.detail} />}
      {letter.history.length > 0 && <History attempts={letter.history} />}
      <Block title={t('admin.letters.message')} text={pretty(letter.body)} />
      <Headers headers={letter.headers} />
    </>
  );
}

function Facts({ letter }: { letter: DeadLetter }) {
  const last = letter.history.at(-1);
  const { asset, traceId } = letter;
  const when = (time?: string) => time && moment(time, currentLanguage());
  return (
    <dl className="grid gap-x-6 gap-y-2 border-3 border-line bg-sheet p-4 sm:grid-cols-[max-content_1fr]">
      <Fact name={t('admin.letters.state')}>{t(`admin.letters.${letter.state}`)}</Fact>
      <Fact name={t('admin.letters.reason')}>{letter.reason}</Fact>
      <Fact name={t('admin.letters.queue')}>{letter.queue}</Fact>
      <Fact name={t('admin.letters.type')}>{letter.type}</Fact>
      <Fact name={t('admin.letters.code')}>{letter.code}</Fact>
      <Fact name={t('admin.letters.exit')}>{last?.exitCode}</Fact>
      <Fact name={t('admin.letters.attempts')}>{letter.attempts}</Fact>
      <Fact name={t('admin.letters.worker')}>{last?.worker}</Fact>
      <Fact name={t('admin.letters.started')}>{when(last?.startedAt)}</Fact>
      <Fact name={t('admin.letters.when')}>{when(letter.receivedAt)}</Fact>
      <Fact name={t('admin.letters.settledAt')}>{when(letter.settledAt)}</Fact>
      <Fact name={t('admin.letters.work')}>
        {asset && (
          <>
            <Link to="/watch/$id" params={{ id: asset.id }} className="font-semibold underline">
              {asset.title}
            </Link>{' '}
            · {asset.owner} · {asset.status === 'deleted' ? t('admin.letters.deleted') : t(`asset.status.${asset.status}`)}
          </>
        )}
      </Fact>
      <Fact name={t('admin.letters.trace')}>
        {traceId && (
          <span className="flex flex-wrap items-center gap-3">
            <code>{traceId}</code>
            <CopyText
              text={traceId}
              label={t('admin.letters.trace.copy')}
              words={{ copy: t('admin.letters.copy'), copied: t('admin.letters.copied') }}
            />
          </span>
        )}
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children?: ReactNode }) {
  if (children === undefined || children === null || children === '') return null;
  return (
    <>
      <dt className="text-quiet">{name}</dt>
      <dd className="mb-2 min-w-0 font-semibold sm:mb-0">{children}</dd>
    </>
  );
}

function Command({ command }: { command: string[] }) {
  const text = shell(command);
  return (
    <Block title={t('admin.letters.command')} text={text}>
      <CopyText
        text={text}
        label={t('admin.letters.command.copy')}
        words={{ copy: t('admin.letters.copy'), copied: t('admin.letters.copied') }}
      />
    </Block>
  );
}

/** A text as it is, with its title and what can be done with it. */
function Block({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <section className="grid min-w-0 gap-2">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 className="text-lg">{title}</h3>
        {children}
      </div>
      <pre
        tabIndex={0}
        aria-label={title}
        className="max-h-96 overflow-auto border-3 border-line bg-ink p-3 text-sm whitespace-pre-wrap text-bone"
      >
        {text}
      </pre>
    </section>
  );
}

function History({ attempts }: { attempts: Attempt[] }) {
  return (
    <section className="grid gap-2">
      <h3 className="text-lg">{t('admin.letters.history')}</h3>
      <ol className="grid gap-2">
        {attempts.map((one, index) => (
          <li key={index} className="grid gap-1 border-3 border-line bg-sheet p-3">
            <p className="font-semibold">
              {t('admin.letters.attempt', { number: one.attempt })}
              {one.exitCode !== undefined && ` · ${t('admin.letters.exit')} ${one.exitCode}`}
            </p>
            <p>{one.cause}</p>
            <p className="text-sm text-quiet">
              {[
                one.startedAt && moment(one.startedAt, currentLanguage()),
                moment(one.endedAt, currentLanguage()),
              ]
                .filter(Boolean)
                .join(' – ')}
              {one.worker && ` · ${one.worker}`}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Headers({ headers }: { headers: DeadLetter['headers'] }) {
  const names = Object.keys(headers);
  if (names.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h3 className="text-lg">{t('admin.letters.headers')}</h3>
      <dl className="grid gap-x-6 gap-y-1 border-3 border-line bg-sheet p-4 text-sm md:grid-cols-[max-content_1fr]">
        {names.map((name) => (
          <div key={name} className="contents">
            <dt className="text-quiet">{name}</dt>
            <dd className="mb-2 min-w-0 md:mb-0">{headers[name]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
