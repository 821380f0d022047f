import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, got, type Asset, type AssetChange, type Visibility } from '../api/client';
import { replaceAsset } from '../api/queries';
import { bytes, day } from '../format';
import { unfinished } from '../live/progress';
import { currentLanguage, t } from '../text/text';
import { CopyLink } from '../ui/CopyLink';
import { Cover } from '../ui/Cover';
import { Failure } from '../ui/Notice';
import { Progress } from '../ui/Progress';
import { StatusChip } from '../ui/StatusChip';
import { useCloser } from '../ui/useCloser';
import { Arriving } from './Arriving';
import { ChoosePoster } from './ChoosePoster';
import { DeleteWork } from './DeleteWork';
import { JobSteps } from './JobSteps';
import { SideTasks } from './SideTasks';
import { Downloads } from './Downloads';
import { TextEdit } from './TextEdit';

/** One of my works, with everything its creator can do about it. */
export function WorkCard({ asset }: { asset: Asset }) {
  const [editing, setEditing] = useState<'title' | 'description'>();
  const change = useChange(asset.id, () => setEditing(undefined));
  const { title } = asset;
  return (
    <article aria-label={title} data-testid={`work-${asset.id}`} className="sheet grid md:grid-cols-[18rem_1fr]">
      <div className="border-b-3 border-line md:border-r-3 md:border-b-0">
        <Face asset={asset} />
      </div>
      <div className="grid content-start gap-3 p-4 sm:p-5">
        {editing === 'title' ? (
          <TextEdit
            label={t('asset.title')}
            value={title}
            max={200}
            required
            busy={change.isPending}
            save={(text) => change.mutate({ title: text })}
            cancel={() => setEditing(undefined)}
          />
        ) : (
          <div className="flex flex-wrap items-start justify-between gap-2">
            <h3 className="min-w-0 text-2xl">{title}</h3>
            <StatusChip status={asset.status} />
          </div>
        )}
        <Facts asset={asset} />
        <State asset={asset} />
        {editing === 'description' ? (
          <TextEdit
            label={t('asset.description')}
            value={asset.description ?? ''}
            max={5000}
            lines={4}
            busy={change.isPending}
            save={(text) => change.mutate({ description: text })}
            cancel={() => setEditing(undefined)}
          />
        ) : (
          asset.description && <p className="max-w-prose whitespace-pre-line">{asset.description}</p>
        )}
        {change.isError && <Failure error={change.error} />}
        <Actions asset={asset} change={change.mutate} edit={setEditing} />
      </div>
    </article>
  );
}

function useChange(id: string, done: () => void) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: AssetChange) => got(api.PATCH('/api/assets/{id}', { params: { path: { id } }, body })),
    onSuccess: (asset) => {
      replaceAsset(cache, asset);
      void cache.invalidateQueries({ queryKey: ['videos'] });
      void cache.removeQueries({ queryKey: ['film', id] });
      done();
    },
  });
}

function Face({ asset }: { asset: Asset }) {
  const { closer, handlers } = useCloser();
  const { id, poster, preview, duration } = asset;
  const cover = <Cover {...{ id, poster, preview, closer, duration }} className="md:h-full" />;
  if (!canPlay(asset)) return cover;
  return (
    <Link
      {...handlers}
      to="/watch/$id"
      params={{ id: asset.id }}
      aria-label={t('asset.play.of', { title: asset.title })}
      className="group relative block md:h-full"
    >
      {cover}
      <span
        aria-hidden="true"
        className="absolute inset-0 m-auto grid size-14 place-items-center border-3 border-ink bg-gold text-ink transition-transform group-hover:scale-110"
      >
        <svg viewBox="0 0 12 12" className="size-6" fill="currentColor">
          <path d="M3 1v10l8-5z" />
        </svg>
      </span>
    </Link>
  );
}

function Facts({ asset }: { asset: Asset }) {
  const language = currentLanguage();
  const facts = [
    bytes(asset.size, language),
    asset.width && asset.height ? `${asset.width} × ${asset.height}` : undefined,
    asset.renditions.filter(({ kind }) => kind === 'video').map(({ name }) => name).join(', ') || undefined,
    day(asset.createdAt, language),
  ];
  return <p className="text-sm text-quiet">{facts.filter(Boolean).join(' · ')}</p>;
}

/** What happens to it now, or what went wrong and what to do. */
function State({ asset }: { asset: Asset }) {
  return (
    <>
      {unfinished(asset) && (
        <Progress share={asset.progress} label={t('asset.progress', { title: asset.title })} />
      )}
      <Arriving asset={asset} />
      {asset.status === 'pending' && !asset.arrival && <p className="border-l-8 border-gold pl-3">{t('asset.pending.body')}</p>}
      {asset.status === 'failed' && (
        <Failure calm>
          <p className="font-bold">{asset.failure?.message}</p>
          {asset.failure?.code !== 'cancelled' && <p className="mt-1">{t('asset.failed.next')}</p>}
        </Failure>
      )}
      <SideTasks asset={asset} />
    </>
  );
}

function Actions(props: {
  asset: Asset;
  change: (change: AssetChange) => void;
  edit: (what: 'title' | 'description') => void;
}) {
  const { asset, change, edit } = props;
  const { title } = asset;
  return (
    <div className="mt-1 flex flex-wrap items-center gap-2 [&_.press]:px-3">
      {canPlay(asset) && (
        <Link to="/watch/$id" params={{ id: asset.id }} className="press press-gold">
          {asset.status === 'complete' ? t('asset.play') : t('asset.playEarly')}
        </Link>
      )}
      {asset.status !== 'failed' && (
        <select
          aria-label={t('asset.visibility.of', { title })}
          className="field w-auto max-w-full font-semibold"
          value={asset.visibility}
          onChange={(event) => change({ visibility: event.target.value as Visibility })}
        >
          {(['private', 'unlisted', 'public'] as const).map((visibility) => (
            <option key={visibility} value={visibility}>
              {t(`asset.visibility.${visibility}`)}
            </option>
          ))}
        </select>
      )}
      {asset.visibility !== 'private' && (
        <CopyLink
          id={asset.id}
          label={t('asset.copy.of', { title })}
          words={{ copy: t('asset.copy'), copied: t('asset.copied') }}
        />
      )}
      <button type="button" className="press press-flat" aria-label={t('asset.rename.of', { title })} onClick={() => edit('title')}>
        {t('asset.rename')}
      </button>
      <button
        type="button"
        className="press press-flat"
        aria-label={t('asset.describe.of', { title })}
        onClick={() => edit('description')}
      >
        {t('asset.describe')}
      </button>
      {asset.type === 'video' && asset.status === 'complete' && <ChoosePoster asset={asset} />}
      {asset.status === 'complete' && <Downloads asset={asset} />}
      <JobSteps asset={asset} />
      <DeleteWork asset={asset} />
    </div>
  );
}

function canPlay(asset: Asset): boolean {
  return asset.playable ?? asset.status === 'complete';
}
