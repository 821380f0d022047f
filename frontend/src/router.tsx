import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Link,
  type ErrorComponentProps,
} from '@tanstack/react-router';
import type { LetterState } from './api/queries';
import { Gallery } from './pages/Gallery';
import { t } from './text/text';
import { Empty, Waiting } from './ui/Notice';
import { Shell } from './ui/Shell';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: Crash });

const gallery = createRoute({ getParentRoute: () => root, path: '/', component: Gallery });

const watch = createRoute({
  getParentRoute: () => root,
  path: '/watch/$id',
  component: lazyRouteComponent(() => import('./pages/Watch'), 'Watch'),
});

export type LoginSearch = { next?: string; as?: 'new' };
const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  // Only a path of this page is a place to go on to.
  validateSearch: ({ next, as }: Record<string, unknown>): LoginSearch => ({
    ...(typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {}),
    ...(as === 'new' ? { as } : {}),
  }),
  component: lazyRouteComponent(() => import('./pages/Login'), 'Login'),
});

const studio = createRoute({
  getParentRoute: () => root,
  path: '/studio',
  component: lazyRouteComponent(() => import('./pages/Studio'), 'Studio'),
});

/** Which part of the admin page, and of the dead letters which: a state, a kind, a work or trace, or a single one. */
export type AdminSearch = {
  part?: 'letters';
  state?: LetterState;
  queue?: string;
  code?: string;
  of?: string;
  letter?: string;
};
const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
const admin = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  validateSearch: ({ part, state, queue, code, of, letter }: Record<string, unknown>): AdminSearch =>
    part === 'letters'
      ? {
          part,
          state: state === 'replayed' || state === 'discarded' ? state : undefined,
          queue: text(queue),
          code: text(code),
          of: text(of),
          letter: text(letter),
        }
      : {},
  component: lazyRouteComponent(() => import('./pages/Admin'), 'Admin'),
});

export function makeRouter() {
  return createRouter({
    routeTree: root.addChildren([gallery, watch, login, studio, admin]),
    defaultPreload: 'intent',
    defaultPendingComponent: () => <Waiting label={t('app.loading')} className="h-64" />,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}

function NotFound() {
  return (
    <Empty level={1} title={t('notFound.title')} body={t('notFound.body')}>
      <Link to="/" className="press press-gold">
        {t('nav.gallery')}
      </Link>
    </Empty>
  );
}

function Crash({ error }: ErrorComponentProps) {
  console.error(error);
  return (
    <Empty level={1} title={t('crash.title')} body={t('crash.body')}>
      <button type="button" className="press press-gold" onClick={() => location.reload()}>
        {t('crash.reload')}
      </button>
    </Empty>
  );
}
