import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react';
import { api, got, type Asset, type PosterChoice, type Thumbnail } from '../api/client';
import { readAsset, replaceAsset, thumbnails } from '../api/queries';
import { duration } from '../format';
import { making } from '../live/progress';
import { t } from '../text/text';
import { Failure, Waiting } from '../ui/Notice';

/** How often to ask for a picture that is just being taken. */
const ASK = 1_000;

/** Lets the owner choose the picture that stands for a film. */
export function ChoosePoster({ asset }: { asset: Asset }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="press press-flat"
        aria-label={t('asset.poster.of', { title: asset.title })}
        onClick={() => setOpen(true)}
      >
        {t('asset.poster')}
      </button>
      {open && <Pictures asset={asset} close={() => setOpen(false)} />}
    </>
  );
}

function Pictures({ asset, close }: { asset: Asset; close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const cache = useQueryClient();
  const query = useQuery(thumbnails(asset.id));
  const taking = making(asset);
  const choose = useChoice(asset.id);
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    if (!taking) return void cache.invalidateQueries({ queryKey: ['thumbnails', asset.id] });
    // What cannot be read now is asked for again at the next turn.
    const ask = () => readAsset(asset.id).then((newer) => replaceAsset(cache, newer), () => undefined);
    const timer = setInterval(() => void ask(), ASK);
    return () => clearInterval(timer);
  }, [taking, asset.id, cache]);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      onClose={close}
      className="sheet m-auto w-[min(48rem,calc(100vw-2rem))] p-5 text-line sm:p-6"
    >
      <h2 id={heading} className="text-2xl">
        {t('asset.poster.title', { title: asset.title })}
      </h2>
      {query.isPending && <Waiting label={t('app.loading')} className="mt-4 h-32" />}
      {query.isError && <Failure error={query.error} retry={query.refetch} />}
      {query.data?.length === 0 && <p className="mt-4">{t('asset.poster.none')}</p>}
      <ul className="mt-4 grid grid-cols-2 gap-3 sm:grid-cols-3">
        {query.data?.map((still) => (
          <li key={still.id}>
            <Still still={still} busy={choose.isPending} choose={() => choose.mutate({ thumbnail: still.id })} />
          </li>
        ))}
      </ul>
      <Moment length={asset.duration ?? 0} busy={choose.isPending || taking} take={(at) => choose.mutate({ at })} />
      {taking && <p role="status">{t('asset.poster.taking')}</p>}
      {choose.isError && <Failure error={choose.error} />}
      <div className="mt-4 flex justify-end">
        <button type="button" className="press" onClick={() => dialog.current?.close()}>
          {t('asset.poster.close')}
        </button>
      </div>
    </dialog>
  );
}

function useChoice(id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: PosterChoice) =>
      got(api.PUT('/api/assets/{id}/poster', { params: { path: { id } }, body })),
    onSuccess: (asset) => {
      replaceAsset(cache, asset);
      void cache.invalidateQueries({ queryKey: ['thumbnails', id] });
      void cache.invalidateQueries({ queryKey: ['videos'] });
    },
  });
}

function Still({ still, busy, choose }: { still: Thumbnail; busy: boolean; choose: () => void }) {
  return (
    <button
      type="button"
      aria-pressed={still.poster}
      aria-label={t('asset.poster.at', { time: duration(still.at) })}
      disabled={busy}
      onClick={choose}
      className={`block w-full border-3 ${still.poster ? 'border-gold outline-3 outline-line' : 'border-line'}`}
    >
      <img src={still.url} alt="" className="aspect-video w-full bg-ink object-contain" />
    </button>
  );
}

function Moment({ length, busy, take }: { length: number; busy: boolean; take: (at: number) => void }) {
  const field = useId();
  const [text, setText] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    take(Number(text));
  };
  return (
    <form onSubmit={submit} className="my-4 flex flex-wrap items-end gap-3">
      <label htmlFor={field} className="grid gap-1 font-semibold">
        {t('asset.poster.moment', { time: duration(length) })}
        <input
          id={field}
          type="number"
          className="field w-40"
          required
          min={0}
          max={Math.floor(length * 10) / 10}
          step="any"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <button type="submit" className="press" disabled={busy}>
        {t('asset.poster.take')}
      </button>
    </form>
  );
}
