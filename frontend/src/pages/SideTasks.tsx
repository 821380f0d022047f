import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, got, type Asset, type SideTask } from '../api/client';
import { replaceAsset } from '../api/queries';
import { t, type Key } from '../text/text';
import { Failure } from '../ui/Notice';

/** What it could not make of a work beside the film itself, each with another try. */
export function SideTasks({ asset }: { asset: Asset }) {
  const failed = (asset.sideTasks ?? []).filter(({ status }) => status === 'failed');
  return failed.map((task) => <Missing key={task.taskId} asset={asset} task={task} />);
}

function Missing({ asset: { id, title }, task: { taskId, kind, failure } }: { asset: Asset; task: SideTask }) {
  const cache = useQueryClient();
  const retry = useMutation({
    mutationFn: () =>
      got(api.POST('/api/assets/{id}/tasks/{taskId}/retry', { params: { path: { id, taskId } } })),
    onSuccess: (asset) => replaceAsset(cache, asset),
  });
  const what = t(named(kind));
  return (
    <div className="grid justify-items-start gap-2 border-l-8 border-gold pl-3">
      <p>
        <strong>{t('asset.side.missing', { what })}</strong> {failure}
      </p>
      <button
        type="button"
        className="press"
        aria-label={t('asset.side.retry.of', { what, title })}
        disabled={retry.isPending}
        onClick={() => retry.mutate()}
      >
        {t('problem.retry')}
      </button>
      {retry.isError && <Failure error={retry.error} />}
    </div>
  );
}

const names: Record<string, Key> = {
  'extract-subtitles': 'asset.side.subtitles',
  'make-storyboard': 'asset.side.storyboard',
  'make-thumbnails': 'asset.side.thumbnails',
  'make-preview': 'asset.side.preview',
  'make-download': 'asset.side.download',
  'encode-second-set': 'asset.side.codecs',
};

const named = (kind: string): Key => names[kind] ?? 'asset.side.other';
