import { useEffect, useState } from 'react';

/** Puts a text on the clipboard, and says so. */
export function CopyText({ text, label, words }: { text: string; label?: string; words: { copy: string; copied: string } }) {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  useEffect(() => {
    if (state !== 'copied') return;
    const timer = setTimeout(() => setState('idle'), 2500);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('refused'); // no clipboard without https: the text is shown to be copied by hand
    }
  };
  return (
    <>
      <button type="button" className="press" aria-label={label} onClick={() => void copy()}>
        {state === 'copied' ? words.copied : words.copy}
      </button>
      <span role="status" className="sr-only">
        {state === 'copied' ? words.copied : ''}
      </span>
      {state === 'refused' && (
        <input
          readOnly
          className="field max-w-md"
          aria-label={words.copy}
          value={text}
          onFocus={(event) => event.target.select()}
        />
      )}
    </>
  );
}
