import { useEffect, useId, useRef, type ReactNode, type SubmitEvent } from 'react';
import { Failure } from './Notice';

type Words = { title: string; body: string; yes: string; no: string; busy: string };

/** Asks before something is done that cannot be undone. A modal dialog; Escape and `no` close it. */
export function Confirm(props: {
  words: Words;
  busy: boolean;
  error?: unknown;
  confirm: () => void;
  close: () => void;
  children?: ReactNode;
}) {
  const { words, busy, error, confirm, close, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    confirm();
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-body`}
      onClose={close}
      className="sheet m-auto w-[min(30rem,calc(100vw-2rem))] p-0 text-line"
    >
      <form onSubmit={submit} className="grid gap-4 p-5 sm:p-6">
        <h2 id={`${id}-title`} className="text-2xl">
          {words.title}
        </h2>
        <p id={`${id}-body`}>{words.body}</p>
        {children}
        {error != null && <Failure error={error} />}
        <div className="flex flex-wrap justify-end gap-3">
          <button type="button" className="press" onClick={() => dialog.current?.close()}>
            {words.no}
          </button>
          <button type="submit" className="press press-danger" disabled={busy}>
            {busy ? words.busy : words.yes}
          </button>
        </div>
      </form>
    </dialog>
  );
}
