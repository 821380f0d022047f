import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Asset } from '../api/client';
import { readAsset, replaceAsset } from '../api/queries';
import { t } from '../text/text';

/** The work as files to keep, one a size. Their addresses end after an hour, so opening the list asks for new ones. */
export function Downloads({ asset }: { asset: Asset }) {
  const { id, title } = asset;
  const cache = useQueryClient();
  const [asked, setAsked] = useState(false);
  const files = asset.renditions.filter(({ url }) => url);
  const ask = async (open: boolean) => {
    if (!open) return setAsked(false);
    // Without an answer the addresses that are known may still hold.
    await readAsset(id).then((fresh) => replaceAsset(cache, fresh), () => undefined);
    setAsked(true);
  };
  return (
    <details onToggle={(event) => void ask(event.currentTarget.open)}>
      <summary className="press press-flat cursor-pointer list-none" aria-label={t('asset.download.of', { title })}>
        {t('asset.download')}
      </summary>
      {asked && files.length === 0 && <p className="mt-2">{t('asset.download.none')}</p>}
      {asked && files.length > 0 && (
        <ul className="mt-2 flex flex-wrap gap-2">
          {files.map(({ name, kind, url }) => (
            <li key={name}>
              <a href={url} className="press" aria-label={t('asset.download.file', { title, name })}>
                {kind === 'video' ? name : t('asset.download.sound')}
              </a>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
