import { useEffect, useId, useState, type KeyboardEvent, type SubmitEvent } from 'react';
import { t } from '../text/text';

/**
 * A line, or some lines, changed in place. Enter saves a line; Escape leaves it as it was. In the end the focus goes
 * back to where it came from.
 */
export function TextEdit(props: {
  label: string;
  value: string;
  max: number;
  lines?: number;
  required?: boolean;
  busy: boolean;
  save: (text: string) => void;
  cancel: () => void;
}) {
  const { label, value, max, lines = 1, required = false, busy, save, cancel } = props;
  const [text, setText] = useState(value);
  const id = useId();
  const [opener] = useState(() => document.activeElement);
  useEffect(() => () => (opener as HTMLElement | null)?.focus?.(), [opener]);
  const field = {
    id,
    className: 'field',
    value: text,
    maxLength: max,
    required,
    autoFocus: true,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') cancel();
    },
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (text.trim() === value) cancel();
    else if (text.trim() || !required) save(text.trim());
  };
  return (
    <form onSubmit={submit} className="grid gap-3">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {lines > 1 ? (
        <textarea {...field} rows={lines} onChange={(event) => setText(event.target.value)} />
      ) : (
        <input {...field} onChange={(event) => setText(event.target.value)} />
      )}
      <div className="flex gap-3">
        <button type="submit" className="press press-gold" disabled={busy}>
          {busy ? t('asset.saving') : t('asset.save')}
        </button>
        <button type="button" className="press" onClick={cancel}>
          {t('asset.cancel')}
        </button>
      </div>
    </form>
  );
}
