import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState, type InputHTMLAttributes, type SubmitEvent } from 'react';
import { api, got } from '../api/client';
import { Problem } from '../api/problem';
import { me } from '../api/queries';
import { t } from '../text/text';
import { Failure } from '../ui/Notice';
import { useTitle } from '../ui/useTitle';
import { Weave } from '../weave/Weave';

/** Sign in, or make an account. The hub answers with a cookie; nothing of it is kept here. */
export function Login() {
  const { next, as } = useSearch({ from: '/login' });
  const mode = as === 'new' ? 'new' : 'in';
  const other = mode === 'new' ? 'in' : 'new';
  const { data: account } = useQuery(me);
  useTitle(t(`login.title.${mode}`));
  if (account) return <Navigate to={next ?? '/studio'} replace />;
  return (
    <div className="sheet mx-auto grid max-w-4xl overflow-hidden md:grid-cols-[3fr_2fr]">
      <section className="p-6 sm:p-10">
        <h1 className="text-4xl">{t(`login.title.${mode}`)}</h1>
        <p className="mt-2 mb-6 text-lg text-quiet">{t(`login.lead.${mode}`)}</p>
        <Credentials key={mode} mode={mode} next={next} />
        <p className="mt-6">
          <Link
            to="/login"
            search={{ ...(next && { next }), ...(other === 'new' && { as: other }) }}
            className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
          >
            {t(`login.switch.${other}`)}
          </Link>
        </p>
      </section>
      <div className="h-20 border-t-3 border-line md:h-auto md:border-t-0 md:border-l-3">
        <Weave id={mode === 'new' ? 'aln 37' : 'aln 26'} className="size-full" />
      </div>
    </div>
  );
}

function Credentials({ mode, next }: { mode: 'in' | 'new'; next?: string }) {
  const cache = useQueryClient();
  const router = useRouter();
  const [shown, setShown] = useState(false);
  const [wrong, setWrong] = useState<{ email?: string; password?: string }>({});
  const form = useRef<HTMLFormElement>(null);
  const send = useMutation({
    mutationFn: (body: { email: string; password: string }) =>
      got(mode === 'new' ? api.POST('/api/auth/register', { body }) : api.POST('/api/auth/login', { body })),
    onSuccess: ({ account }) => {
      cache.setQueryData(me.queryKey, account);
      void cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
      router.history.replace(next ?? '/studio');
    },
    onError: (error) => setWrong(error instanceof Problem ? error.fields : {}),
  });
  // Wherever something is wrong, the first such field is where to go on.
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(), [wrong]);

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const [email, password] = [String(data.get('email')).trim(), String(data.get('password'))];
    const found = {
      ...(!/^\S+@\S+$/.test(email) && { email: t('login.invalid.email') }),
      ...(password.length < 8 && { password: t('login.invalid.password') }),
    };
    setWrong(found);
    if (Object.keys(found).length === 0) send.mutate({ email, password });
  };
  return (
    <form ref={form} noValidate onSubmit={submit} className="grid gap-5">
      {send.isError && <Failure error={send.error} />}
      <Field name="email" type="email" autoComplete="username" label={t('login.email')} wrong={wrong.email} />
      <div>
        <Field
          name="password"
          type={shown ? 'text' : 'password'}
          autoComplete={mode === 'new' ? 'new-password' : 'current-password'}
          label={t('login.password')}
          hint={mode === 'new' ? t('login.password.hint') : undefined}
          wrong={wrong.password}
        />
        <label className="mt-1 inline-flex min-h-11 cursor-pointer items-center gap-2">
          <input type="checkbox" className="size-5 accent-forest" checked={shown} onChange={() => setShown(!shown)} />
          {t('login.password.show')}
        </label>
      </div>
      <button type="submit" className="press press-gold text-lg" disabled={send.isPending}>
        {send.isPending ? t('login.busy') : t(`login.submit.${mode}`)}
      </button>
    </form>
  );
}

function Field(props: InputHTMLAttributes<HTMLInputElement> & { label: string; hint?: string; wrong?: string }) {
  const { label, hint, wrong, ...input } = props;
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
      </label>
      <input
        {...input}
        id={id}
        required
        className="field"
        aria-invalid={wrong !== undefined}
        aria-describedby={hint || wrong ? `${id}-say` : undefined}
      />
      {(hint || wrong) && (
        <p id={`${id}-say`} className={`mt-1 text-sm ${wrong ? 'font-semibold' : 'text-quiet'}`}>
          {wrong ?? hint}
        </p>
      )}
    </div>
  );
}
