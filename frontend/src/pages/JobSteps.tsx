import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, got, type Asset } from '../api/client';
import { readAsset, replaceAsset } from '../api/queries';
import { unfinished } from '../live/progress';
import { t } from '../text/text';
import { Failure } from '../ui/Notice';

/** Stops the job that makes a work, or goes on with one that failed or was stopped. */
export function JobSteps({ asset }: { asset: Asset }) {
  const { id, jobId, title, status } = asset;
  const cache = useQueryClient();
  const step = useMutation({
    mutationFn: async (path: '/jobs/{id}/cancel' | '/jobs/{id}/retry') => {
      await got(api.POST(path, { params: { path: { id: jobId! } } }));
      return readAsset(id);
    },
    onSuccess: (asset) => replaceAsset(cache, asset),
  });
  if (!jobId || !(unfinished(asset) || status === 'failed')) return null;
  const failed = status === 'failed';
  return (
    <>
      <button
        type="button"
        className={failed ? 'press' : 'press press-flat'}
        aria-label={t(failed ? 'asset.job.retry.of' : 'asset.job.cancel.of', { title })}
        disabled={step.isPending}
        onClick={() => step.mutate(failed ? '/jobs/{id}/retry' : '/jobs/{id}/cancel')}
      >
        {t(failed ? 'problem.retry' : 'asset.job.cancel')}
      </button>
      {step.isError && <Failure error={step.error} />}
    </>
  );
}
