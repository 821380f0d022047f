import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, Navigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { Asset, Status } from '../api/client';
import { allAssets, items, me } from '../api/queries';
import { bytes, moment } from '../format';
import { unfinished } from '../live/progress';
import { currentLanguage, t } from '../text/text';
import { Cover } from '../ui/Cover';
import { More } from '../ui/More';
import { Empty, Failure, Waiting } from '../ui/Notice';
import { Progress } from '../ui/Progress';
import { Choice } from '../ui/Choice';
import { StatusChip } from '../ui/StatusChip';
import { useTitle } from '../ui/useTitle';
import { DeleteWork } from './DeleteWork';
import { DeadLetters } from './letters/DeadLetters';
import { Receipts } from './Receipts';

/** For admins: everybody's works, and what the hub gave up. */
export function Admin() {
  useTitle(t('admin.title'));
  const { part } = useSearch({ from: '/admin' });
  const account = useQuery(me);
  if (account.isError) return <Failure error={account.error} retry={account.refetch} />;
  if (account.isPending) return <Waiting label={t('app.loading')} className="h-64" />;
  if (!account.data) return <Navigate to="/login" search={{ next: '/admin' }} replace />;
  if (account.data.role !== 'admin') {
    return <Empty level={1} title={t('admin.denied.title')} body={t('admin.denied.body')} />;
  }
  return (
    <>
      <h1 className="mb-6 text-4xl sm:text-5xl">{t('admin.title')}</h1>
      <nav aria-label={t('admin.tabs')} className="mb-8 flex flex-wrap gap-3">
        <Part to={undefined}>{t('admin.works')}</Part>
        <Part to="letters">{t('admin.letters')}</Part>
      </nav>
      {part === 'letters' ? <DeadLetters /> : <Everything />}
    </>
  );
}

function Part({ to, children }: { to?: 'letters'; children: ReactNode }) {
  return (
    <Link
      to="/admin"
      search={to ? { part: to } : {}}
      activeOptions={{ exact: !to, includeSearch: true }}
      className="press"
      activeProps={{ className: 'press-gold' }}
    >
      {children}
    </Link>
  );
}

const statuses: Status[] = ['pending', 'uploaded', 'processing', 'complete', 'failed'];

function Everything() {
  const [status, setStatus] = useState<Status>();
  const query = useInfiniteQuery({
    ...allAssets(status),
    refetchInterval: (state) => (items(state.state.data).some(unfinished) ? 3000 : false),
  });
  const works = items(query.data);
  return (
    <section aria-labelledby="everything">
      <div className="mb-6 flex flex-wrap items-end justify-between gap-4">
        <h2 id="everything" className="text-2xl">
          {t('admin.works')}
        </h2>
        <Choice
          label={t('admin.status')}
          value={status ?? ''}
          choose={(value) => setStatus((value || undefined) as Status | undefined)}
          options={[['', t('admin.any')], ...statuses.map((one): [string, string] => [one, t(`asset.status.${one}`)])]}
        />
      </div>
      {query.isPending && <Waiting label={t('app.loading')} className="h-44" />}
      {query.isError && <Failure error={query.error} retry={query.refetch} />}
      {query.isSuccess && works.length === 0 && (
        <Empty title={t('admin.works.empty.title')} body={t('admin.works.empty.body')} />
      )}
      <ul className="grid gap-4">
        {works.map((asset) => (
          <li key={asset.id}>
            <Row asset={asset} />
          </li>
        ))}
      </ul>
      <More query={query} />
    </section>
  );
}

function Row({ asset }: { asset: Asset }) {
  const language = currentLanguage();
  return (
    <article
      aria-label={asset.title}
      data-testid={`work-${asset.id}`}
      className="grid border-3 border-line bg-sheet sm:grid-cols-[11rem_1fr_auto]"
    >
      <div className="border-b-3 border-line sm:border-r-3 sm:border-b-0">
        <Cover id={asset.id} poster={asset.poster} duration={asset.duration} className="sm:h-full" />
      </div>
      <div className="grid min-w-0 content-start gap-2 p-4">
        <h3 className="text-lg">{asset.title}</h3>
        <p className="flex flex-wrap gap-2">
          <StatusChip status={asset.status} />
          <span className="chip bg-sheet">{t(`asset.visibility.short.${asset.visibility}`)}</span>
        </p>
        <p className="text-sm text-quiet">
          {[asset.owner, bytes(asset.size, language), moment(asset.createdAt, language)].filter(Boolean).join(' · ')}
        </p>
        {unfinished(asset) && <Progress share={asset.progress} label={t('asset.progress', { title: asset.title })} />}
        {asset.failure && <p className="border-l-8 border-laterite pl-3">{asset.failure.message}</p>}
        {asset.jobId && <Receipts job={asset.jobId} title={asset.title} />}
      </div>
      <div className="flex flex-wrap items-center gap-2 p-4 pt-0 sm:flex-col sm:items-stretch sm:pt-4">
        {(asset.playable ?? asset.status === 'complete') && (
          <Link
            to="/watch/$id"
            params={{ id: asset.id }}
            className="press"
            aria-label={t('asset.play.of', { title: asset.title })}
          >
            {t('asset.play')}
          </Link>
        )}
        <DeleteWork asset={asset} />
      </div>
    </article>
  );
}
