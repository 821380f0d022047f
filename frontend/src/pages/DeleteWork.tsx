import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got, type Asset } from '../api/client';
import { renewWorks } from '../api/queries';
import { t } from '../text/text';
import { Confirm } from '../ui/Confirm';

/** Deletes a work after asking. */
export function DeleteWork({ asset }: { asset: Asset }) {
  const { id, title } = asset;
  const cache = useQueryClient();
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => got(api.DELETE('/api/assets/{id}', { params: { path: { id } } })),
    onSuccess: async () => {
      setAsking(false);
      void cache.invalidateQueries({ queryKey: ['videos'] });
      await renewWorks(cache);
    },
  });
  return (
    <>
      <button
        type="button"
        className="press press-flat"
        aria-label={t('asset.delete.of', { title })}
        disabled={remove.isPending}
        onClick={() => setAsking(true)}
      >
        {remove.isPending ? t('asset.deleting') : t('asset.delete')}
      </button>
      {asking && (
        <Confirm
          words={{
            title: t('asset.delete.title', { title }),
            body: t('asset.delete.body'),
            yes: t('asset.delete.yes'),
            no: t('asset.delete.no'),
            busy: t('asset.deleting'),
          }}
          busy={remove.isPending}
          error={remove.error}
          confirm={() => remove.mutate()}
          close={() => setAsking(false)}
        />
      )}
    </>
  );
}
