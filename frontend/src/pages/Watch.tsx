import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { api, got, type Asset, type VideoDetail } from '../api/client';
import { Problem } from '../api/problem';
import { me, readAsset } from '../api/queries';
import { day } from '../format';
import { useLive } from '../live/useLive';
import { unfinished } from '../live/progress';
import { currentLanguage, t } from '../text/text';
import { CopyLink } from '../ui/CopyLink';
import { Empty, Failure, Waiting } from '../ui/Notice';
import { Progress } from '../ui/Progress';
import { useTitle } from '../ui/useTitle';
import { Weave } from '../weave/Weave';

const AlnPlayer = lazy(() => import('../player/AlnPlayer'));

type Film = Pick<VideoDetail, 'id' | 'title' | 'description' | 'width' | 'height' | 'poster' | 'publishedAt'> & {
  hls: string;
  storyboard?: string;
  /** Names of what it comes in, best first. */
  qualities: string[];
};

/** The hub answers playlists at every name that leads to it; the viewer's own needs no leave of another origin. */
const here = (address: string) => location.origin + new URL(address).pathname;

const grant = async (assetId: string) => {
  const { hls, poster, storyboard } = await got(api.POST('/api/playbacks', { body: { assetId } }));
  return { hls: here(hls), poster: poster && here(poster), storyboard: storyboard && here(storyboard) };
};

/** The film with a playback: as its creator gets it, also while it is being made, or as everyone does who may. */
async function readFilm(id: string, mine: Asset | null | undefined): Promise<Film> {
  if (mine?.playable) {
    const { hls, poster, storyboard } = await grant(id);
    return { ...mine, hls, poster: poster ?? mine.poster, storyboard, qualities: names(mine.renditions) };
  }
  const video = await got(api.GET('/api/videos/{id}', { params: { path: { id } } }));
  const { hls, storyboard } = video.playback;
  return { ...video, hls: here(hls), storyboard: storyboard && here(storyboard), qualities: names(video.renditions) };
}

const names = (renditions: { name: string; kind: string }[]) =>
  renditions.filter(({ kind }) => kind === 'video').map(({ name }) => name);

/** One film. It plays for whoever may see it; its creator also sees it being made. */
export function Watch() {
  const { id } = useParams({ from: '/watch/$id' });
  const account = useQuery(me);
  const signedIn = account.data != null;
  const mine = useQuery({
    queryKey: ['asset', id],
    enabled: signedIn,
    queryFn: () => readAsset(id).catch(orNull),
  });
  const known = account.isSuccess ? !signedIn || !mine.isPending : account.isError;
  const waits = mine.data != null && !mine.data.playable && mine.data.status !== 'complete';
  const film = useQuery({
    queryKey: ['film', id],
    // One playback is enough, also when the work is finished while it plays.
    staleTime: Infinity,
    gcTime: 0,
    enabled: known && !waits,
    queryFn: () => readFilm(id, mine.data),
  });
  useLive(mine.data != null && unfinished(mine.data), mine.data && unfinished(mine.data) ? [id] : []);
  useTitle(film.data?.title ?? mine.data?.title ?? t('app.loading'));

  if (film.data) return <Theatre film={film.data} asset={mine.data ?? undefined} />;
  if (waits) return <NotYet asset={mine.data!} />;
  if (film.isError) return <No error={film.error} retry={film.refetch} signedIn={signedIn} id={id} />;
  return <Waiting label={t('watch.loading')} className="aspect-video max-h-[70dvh] w-full" />;
}

function orNull(error: unknown): null {
  if (error instanceof Problem && (error.status === 404 || error.status === 403 || error.status === 401)) return null;
  throw error;
}

function Theatre({ film, asset }: { film: Film; asset?: Asset }) {
  useEffect(() => window.scrollTo({ top: 0 }), [film.id]);
  return (
    <article>
      <div className="border-3 border-line shadow-[6px_6px_0_var(--line)]">
        <Suspense fallback={<Waiting label={t('watch.playerLoading')} className="aspect-video w-full border-0" />}>
          <AlnPlayer {...film} renew={() => grant(film.id)} />
        </Suspense>
      </div>
      {asset && unfinished(asset) && (
        <div className="sheet mt-8 p-4">
          <p className="mb-2 font-medium">{t('watch.early')}</p>
          <Progress share={asset.progress} label={t('asset.progress', { title: film.title })} />
        </div>
      )}
      <header className="mt-8 flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0">
          <h1 className="text-3xl sm:text-5xl">{film.title}</h1>
          {film.publishedAt && (
            <p className="mt-2 text-quiet">
              {t('watch.published', { day: day(film.publishedAt, currentLanguage()) })}
            </p>
          )}
        </div>
        {asset?.visibility !== 'private' && (
          <CopyLink id={film.id} words={{ copy: t('watch.share'), copied: t('watch.shared') }} />
        )}
      </header>
      {film.description && <p className="mt-6 max-w-prose text-lg whitespace-pre-line">{film.description}</p>}
      {film.qualities.length > 0 && (
        <p className="mt-6 flex flex-wrap items-center gap-2">
          <span className="text-sm text-quiet">{t('watch.qualities')}</span>
          {film.qualities.map((name) => (
            <span key={name} className="chip bg-sheet">
              {name}
            </span>
          ))}
        </p>
      )}
    </article>
  );
}

/** The creator's own work before there is anything to play. */
function NotYet({ asset }: { asset: Asset }) {
  return (
    <article className="sheet overflow-hidden">
      <div className="h-32 border-b-3 border-line sm:h-56">
        <Weave id={asset.id} className="size-full" />
      </div>
      <div className="p-6 sm:p-8">
        <h1 className="text-3xl">{asset.title}</h1>
        {unfinished(asset) && (
          <div className="mt-4 grid gap-3">
            <p className="text-lg">
              <strong className="font-heading">{t('watch.processing.title')}.</strong> {t('watch.processing.body')}
            </p>
            <Progress share={asset.progress} label={t('asset.progress', { title: asset.title })} />
          </div>
        )}
        {asset.status === 'pending' && <p className="mt-4 text-lg">{t('watch.pending.body')}</p>}
        {asset.status === 'failed' && (
          <div className="mt-4">
            <Failure calm>
              <p className="font-bold">{t('watch.failed.title')}</p>
              <p>{asset.failure?.message}</p>
            </Failure>
          </div>
        )}
        <Link to="/studio" className="press mt-6">
          {t('nav.studio')}
        </Link>
      </div>
    </article>
  );
}

function No(props: { error: unknown; retry: () => unknown; signedIn: boolean; id: string }) {
  const { error, retry, signedIn, id } = props;
  const refused = error instanceof Problem && error.status >= 400 && error.status < 500 ? error : undefined;
  if (!refused) return <Failure error={error} retry={retry} />;
  const gone = refused.status === 404 || refused.status === 401;
  return (
    <Empty
      level={1}
      title={gone ? t('watch.gone.title') : t('watch.forbidden.title')}
      body={gone || !refused.spoken ? t('watch.gone.body') : refused.message}
    >
      {!signedIn && (
        <Link to="/login" search={{ next: `/watch/${id}` }} className="press press-gold">
          {t('nav.signIn')}
        </Link>
      )}
      <Link to="/" className="press">
        {t('watch.gone.home')}
      </Link>
    </Empty>
  );
}
