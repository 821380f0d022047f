import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, got, type OpenUpload } from '../api/client';
import { renewWorks } from '../api/queries';
import { bytes } from '../format';
import { currentLanguage, t } from '../text/text';
import { Failure } from '../ui/Notice';

/** Uploads that stopped with an earlier visit; choosing their file again goes on with them. */
export function Unfinished({ uploads }: { uploads: OpenUpload[] }) {
  if (uploads.length === 0) return null;
  return (
    <section aria-labelledby="unfinished" className="mt-10">
      <h2 id="unfinished" className="mb-2 text-2xl">
        {t('unfinished.title')}
      </h2>
      <p className="mb-4 text-quiet">{t('unfinished.body')}</p>
      <ul className="grid gap-4">
        {uploads.map((upload) => (
          <li key={upload.uploadId}>
            <Row upload={upload} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Row({ upload }: { upload: OpenUpload }) {
  const cache = useQueryClient();
  const giveUp = useMutation({
    mutationFn: () => got(api.DELETE('/api/uploads/{id}', { params: { path: { id: upload.uploadId } } })),
    onSettled: () => renewWorks(cache),
  });
  const name = upload.filename;
  return (
    <article className="sheet flex flex-wrap items-center justify-between gap-x-4 gap-y-2 p-4">
      <h3 className="min-w-0 text-lg break-all">{name}</h3>
      <p className="text-sm text-quiet tabular-nums">{bytes(upload.size, currentLanguage())}</p>
      <button
        type="button"
        className="press"
        aria-label={t('unfinished.giveUp.of', { name })}
        disabled={giveUp.isPending}
        onClick={() => giveUp.mutate()}
      >
        {t('unfinished.giveUp')}
      </button>
      {giveUp.isError && <Failure error={giveUp.error} retry={() => giveUp.mutate()} />}
    </article>
  );
}
