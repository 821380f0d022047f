import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, got, type Asset } from '../api/client';
import { renewWorks } from '../api/queries';
import { bytes } from '../format';
import { currentLanguage, t } from '../text/text';
import { Failure } from '../ui/Notice';
import { Progress } from '../ui/Progress';

/** How far a work is that the hub fetches from an address, and the way to stop that. */
export function Arriving({ asset: { title, arrival } }: { asset: Asset }) {
  const cache = useQueryClient();
  const stop = useMutation({
    mutationFn: (id: string) => got(api.DELETE('/api/uploads/{id}', { params: { path: { id } } })),
    onSettled: () => renewWorks(cache),
  });
  if (!arrival) return null;
  const { uploadId, received, expected, trouble } = arrival;
  const language = currentLanguage();
  const words = expected
    ? t('upload.sending', { sent: bytes(received, language), size: bytes(expected, language) })
    : bytes(received, language);
  return (
    <>
      <Progress share={expected ? received / expected : undefined} label={t('address.progress', { title })} />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-sm text-quiet tabular-nums">{words}</p>
        <button
          type="button"
          className="press"
          aria-label={t('address.stop.of', { title })}
          disabled={stop.isPending}
          onClick={() => stop.mutate(uploadId)}
        >
          {t('upload.cancel')}
        </button>
      </div>
      {trouble && <p className="border-l-8 border-gold pl-3">{t('address.trouble', { trouble })}</p>}
      {stop.isError && <Failure error={stop.error} retry={() => stop.mutate(uploadId)} />}
    </>
  );
}
