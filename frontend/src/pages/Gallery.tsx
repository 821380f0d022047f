import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Video } from '../api/client';
import { items, videos } from '../api/queries';
import { day, duration } from '../format';
import { currentLanguage, t } from '../text/text';
import { Cover } from '../ui/Cover';
import { More } from '../ui/More';
import { Empty, Failure, Waiting } from '../ui/Notice';
import { useCloser } from '../ui/useCloser';
import { useTitle } from '../ui/useTitle';
import { Weave } from '../weave/Weave';

/** What is public, for anyone. */
export function Gallery() {
  useTitle(t('gallery.title'));
  const query = useInfiniteQuery(videos());
  const list = items(query.data);
  return (
    <>
      <Hero />
      <section aria-labelledby="latest" className="mt-12">
        <h2 id="latest" className="mb-6 text-3xl">
          {t('gallery.latest')}
        </h2>
        {query.isPending && <Loading />}
        {query.isError && <Failure error={query.error} retry={query.refetch} />}
        {query.isSuccess && list.length === 0 && <Nothing />}
        <ul className="grid grid-cols-1 gap-8 sm:grid-cols-2 lg:grid-cols-3">
          {list.map((video) => (
            <li key={video.id}>
              <Card video={video} />
            </li>
          ))}
        </ul>
        <More query={query} label={t('gallery.more')} />
        {list.length > 6 && !query.hasNextPage && <p className="mt-12 text-center text-quiet">{t('gallery.end')}</p>}
      </section>
    </>
  );
}

function Hero() {
  return (
    <section className="sheet grid overflow-hidden md:grid-cols-[3fr_2fr]">
      <div className="p-6 sm:p-10">
        <h1 className="font-logo text-[clamp(1.75rem,8vw,5rem)] leading-[1.02] font-normal">{t('gallery.hero')}</h1>
        <p className="mt-5 max-w-md text-lg sm:text-xl">{t('app.tagline')}</p>
        <Link to="/studio" className="press press-gold mt-7 px-6 text-lg">
          {t('gallery.publish')}
        </Link>
      </div>
      <div className="h-28 border-t-3 border-line md:h-auto md:border-t-0 md:border-l-3">
        <Weave id="aln 28" className="size-full" />
      </div>
    </section>
  );
}

function Card({ video }: { video: Video }) {
  const { closer, handlers } = useCloser();
  return (
    <article className="sheet lift relative flex h-full flex-col" {...handlers}>
      <div className="border-b-3 border-line">
        <Cover
          id={video.id}
          poster={video.poster}
          preview={video.preview}
          closer={closer}
          duration={video.duration}
        />
      </div>
      <div className="p-4">
        <h3 className="text-xl">
          <Link
            to="/watch/$id"
            params={{ id: video.id }}
            className="line-clamp-2 after:absolute after:inset-0 hover:underline"
          >
            {video.title}
          </Link>
        </h3>
        <p className="mt-2 text-sm text-quiet">
          <span className="sr-only">{t('gallery.length', { duration: duration(video.duration) })}, </span>
          <time dateTime={video.publishedAt}>{day(video.publishedAt, currentLanguage())}</time>
        </p>
      </div>
    </article>
  );
}

function Loading() {
  return (
    <div className="grid grid-cols-1 gap-8 sm:grid-cols-2 lg:grid-cols-3">
      {[0, 1, 2].map((n) => (
        <Waiting key={n} label={n === 0 ? t('app.loading') : ''} className="aspect-[4/3]" />
      ))}
    </div>
  );
}

function Nothing() {
  return (
    <Empty title={t('gallery.empty.title')} body={t('gallery.empty.body')}>
      <Link to="/studio" className="press press-gold">
        {t('gallery.empty.action')}
      </Link>
    </Empty>
  );
}
