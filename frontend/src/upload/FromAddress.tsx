import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState, type FormEvent } from 'react';
import { api, got } from '../api/client';
import { renewWorks } from '../api/queries';
import { t } from '../text/text';
import { Failure } from '../ui/Notice';
import { newKey } from './key';

/** Takes the address of a file, which the hub then fetches by itself: this page may be closed. */
export function FromAddress({ profile }: { profile: string | undefined }) {
  const cache = useQueryClient();
  const id = useId();
  const [url, setUrl] = useState('');
  const key = useRef(newKey()); // the same for each try, so that a lost answer makes no second work
  const bring = useMutation({
    mutationFn: () =>
      got(
        api.POST('/api/uploads/from-url', {
          params: { header: { 'Idempotency-Key': key.current } },
          body: { url, profile },
        }),
      ),
    onSuccess: () => {
      setUrl('');
      return renewWorks(cache);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    bring.mutate();
  };
  const type = (text: string) => {
    key.current = newKey();
    bring.reset();
    setUrl(text);
  };
  return (
    <form onSubmit={submit} className="mt-4 grid gap-2">
      <label htmlFor={id} className="font-semibold">
        {t('address.label')}
      </label>
      <div className="flex flex-wrap gap-2">
        <input
          id={id}
          type="url"
          required
          maxLength={4000}
          className="field min-w-0 grow basis-64"
          aria-describedby={`${id}-say`}
          value={url}
          onChange={(event) => type(event.target.value)}
        />
        <button type="submit" className="press" disabled={bring.isPending}>
          {t('address.bring')}
        </button>
      </div>
      <p id={`${id}-say`} className="text-sm text-quiet" role="status">
        {bring.isSuccess ? t('address.begun') : t('address.hint')}
      </p>
      {bring.isError && <Failure error={bring.error} />}
    </form>
  );
}
