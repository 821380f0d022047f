import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import { items, me, myAssets, openUploads, renewWorks } from '../api/queries';
import { arriving, making, unfinished } from '../live/progress';
import { useLive } from '../live/useLive';
import { t } from '../text/text';
import { More } from '../ui/More';
import { Empty, Failure, Waiting } from '../ui/Notice';
import { useTitle } from '../ui/useTitle';
import { DropZone } from '../upload/DropZone';
import { FromAddress } from '../upload/FromAddress';
import { ProfileChoice } from '../upload/ProfileChoice';
import { Room } from '../upload/Room';
import { Unfinished } from '../upload/Unfinished';
import { UploadRow } from '../upload/UploadRow';
import { add, useUploads } from '../upload/uploads';
import { WorkCard } from './WorkCard';

/** A creator's own works: bring them in, see them being made, show them to the world. */
export function Studio() {
  useTitle(t('studio.title'));
  const account = useQuery(me);
  if (account.isError) return <Failure error={account.error} retry={account.refetch} />;
  if (account.isPending) return <Waiting label={t('app.loading')} className="h-64" />;
  if (!account.data) return <Navigate to="/login" search={{ next: '/studio' }} replace />;
  return <Works />;
}

function Works() {
  const cache = useQueryClient();
  const query = useInfiniteQuery(myAssets());
  const uploads = useUploads();
  const [profile, setProfile] = useState<string>();
  const all = items(query.data);
  useLive(true, all.filter((asset) => unfinished(asset) || arriving(asset) || making(asset)).map(({ id }) => id));

  // What is on its way in is shown as an upload, not as a work that never arrived.
  const here = new Set(uploads.map(({ state }) => state.assetId));
  const stopped = (useQuery(openUploads).data?.items ?? []).filter(({ assetId }) => !here.has(assetId));
  const coming = new Set([...here, ...stopped.map(({ assetId }) => assetId)]);
  const works = all.filter(({ id, status }) => !(status === 'pending' && coming.has(id)));
  const take = (files: Iterable<File>) => add(files, profile, () => renewWorks(cache));
  return (
    <>
      <h1 className="mb-6 text-4xl sm:text-5xl">{t('studio.title')}</h1>
      <DropZone take={take} />
      <FromAddress profile={profile} />
      <Room />
      <ProfileChoice profile={profile} choose={setProfile} />
      {uploads.length > 0 && (
        <section aria-labelledby="uploads" className="mt-10">
          <h2 id="uploads" className="mb-4 text-2xl">
            {t('studio.uploads')}
          </h2>
          <ul className="grid gap-4">
            {uploads.map(({ upload, state }, n) => (
              <li key={n}>
                <UploadRow upload={upload} state={state} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Unfinished uploads={stopped} />
      <section aria-labelledby="works" className="mt-10">
        <h2 id="works" className={works.length > 0 ? 'mb-4 text-2xl' : 'sr-only'}>
          {t('studio.works')}
        </h2>
        {query.isPending && <Waiting label={t('app.loading')} className="h-44" />}
        {query.isError && <Failure error={query.error} retry={query.refetch} />}
        {query.isSuccess && works.length === 0 && coming.size === 0 && (
          <Empty title={t('studio.empty.title')} body={t('studio.empty.body')} />
        )}
        <ul className="grid gap-6">
          {works.map((asset) => (
            <li key={asset.id}>
              <WorkCard asset={asset} />
            </li>
          ))}
        </ul>
        <More query={query} label={t('studio.more')} />
      </section>
    </>
  );
}
