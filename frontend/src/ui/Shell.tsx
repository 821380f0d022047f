import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { api, got } from '../api/client';
import { me } from '../api/queries';
import { choose, currentLanguage, t } from '../text/text';
import { chooseTheme, theme } from './theme';

/** What stands around every page. */
export function Shell() {
  return (
    <>
      <a
        href="#content"
        className="press press-gold absolute top-2 left-2 z-50 -translate-y-24 focus:translate-y-0"
      >
        {t('app.skip')}
      </a>
      <Header />
      <Content />
    </>
  );
}

/** The page itself; the focus moves here when another page opens, so that it is read from its beginning. */
function Content() {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const first = useRef(true);
  useEffect(() => {
    if (path === undefined) return;
    if (!first.current) main.current?.focus({ preventScroll: true });
    first.current = false;
  }, [path]);
  return (
    <main ref={main} id="content" tabIndex={-1} className="mx-auto max-w-6xl px-4 pt-6 pb-20 sm:px-6 sm:pt-10">
      <Outlet />
    </main>
  );
}

function Header() {
  const { data: account, isPending } = useQuery(me);
  return (
    <header className="border-b-3 border-line bg-sheet">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-2 gap-y-1 px-3 py-2 sm:px-6">
        <Link
          to="/"
          aria-label={t('nav.home')}
          className="press press-gold mr-auto h-12 px-3 font-logo text-3xl leading-none sm:mr-4"
        >
          <span className="-translate-y-0.5">aln</span>
        </Link>
        <nav aria-label={t('app.menu')} className="order-last -mx-1 flex w-full gap-1 sm:order-none sm:mx-0 sm:mr-auto sm:w-auto">
          <Tab to="/">{t('nav.gallery')}</Tab>
          <Tab to="/studio">{t('nav.studio')}</Tab>
          {account?.role === 'admin' && <Tab to="/admin">{t('nav.admin')}</Tab>}
        </nav>
        <LanguageSwitch />
        <ThemeSwitch />
        {!isPending && (account ? <SignOut email={account.email} /> : <SignIn />)}
      </div>
    </header>
  );
}

function Tab({ to, children }: { to: '/' | '/studio' | '/admin'; children: string }) {
  return (
    <Link
      to={to}
      activeOptions={{ exact: to === '/' }}
      className="inline-flex min-h-11 grow items-center justify-center border-2 border-transparent px-3 font-semibold hover:border-line sm:grow-0"
      activeProps={{ className: 'bg-line! text-paper!' }}
    >
      {children}
    </Link>
  );
}

function SignIn() {
  return (
    <Link to="/login" className="press press-flat">
      {t('nav.signIn')}
    </Link>
  );
}

function SignOut({ email }: { email: string }) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const logout = useMutation({
    mutationFn: () => got(api.POST('/api/auth/logout')),
    onSuccess: async () => {
      await navigate({ to: '/' });
      cache.setQueryData(me.queryKey, null);
      cache.removeQueries({ type: 'inactive' }); // what only the one who left may see
    },
    onError: () => cache.invalidateQueries({ queryKey: me.queryKey }),
  });
  return (
    <button
      type="button"
      className="press press-flat"
      title={t('nav.account', { email })}
      disabled={logout.isPending}
      onClick={() => logout.mutate()}
    >
      {t('nav.signOut')}
    </button>
  );
}

function ThemeSwitch() {
  const [shown, setShown] = useState(theme);
  const other = shown === 'dark' ? 'light' : 'dark';
  const swap = () => {
    chooseTheme(other);
    setShown(other);
  };
  return (
    <button type="button" className="press press-flat size-11 p-0" aria-label={t(`nav.theme.${other}`)} onClick={swap}>
      <svg aria-hidden="true" viewBox="0 0 18 18" className="size-5" shapeRendering="crispEdges">
        <path fill="currentColor" d="M1 1h16v16H1z" />
        <path fill="var(--sheet)" d="M9 3h6v12H9z" />
      </svg>
    </button>
  );
}

function LanguageSwitch() {
  const other = currentLanguage() === 'fr' ? 'en' : 'fr';
  const swap = () => {
    choose(other);
    location.reload();
  };
  return (
    <button type="button" className="press press-flat size-11 p-0" aria-label={t('nav.language')} lang={other} onClick={swap}>
      {t('nav.language.short')}
    </button>
  );
}
