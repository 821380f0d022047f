import { useEffect, useId, useRef, useState } from 'react';
import { t } from '../text/text';
import { Weave } from '../weave/Weave';

/** Takes files: dropped anywhere on the page, or chosen. */
export function DropZone({ take }: { take: (files: File[]) => void }) {
  const over = useFileDrop(take);
  const id = useId();
  return (
    <section className="sheet relative grid overflow-hidden sm:grid-cols-[1fr_10rem]">
      <div className={`m-3 border-3 border-dashed p-5 sm:p-8 ${over ? 'border-ink bg-gold text-ink' : 'border-line'}`}>
        <h2 className="text-2xl sm:text-3xl">{over ? t('studio.drop.over') : t('studio.drop.title')}</h2>
        <p className={`mt-2 mb-5 ${over ? '' : 'text-quiet'}`}>{t('studio.drop.body')}</p>
        <input
          id={id}
          type="file"
          multiple
          className="peer sr-only"
          onChange={(event) => {
            take([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
        <label
          htmlFor={id}
          className="press press-gold cursor-pointer peer-focus-visible:outline-3 peer-focus-visible:outline-offset-3 peer-focus-visible:outline-focus"
        >
          {t('studio.drop.choose')}
        </label>
      </div>
      <div className="hidden border-l-3 border-line sm:block">
        <Weave id="aln 31" className="absolute h-full w-40" />
      </div>
    </section>
  );
}

/** Whether files hang over the page now; lets go, they are taken. */
function useFileDrop(take: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const taking = useRef(take);
  useEffect(() => {
    taking.current = take;
  });
  useEffect(() => {
    const stop = new AbortController();
    let depth = 0; // every element under the pointer is entered and left on its own
    const on = (name: 'dragenter' | 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void) =>
      window.addEventListener(
        name,
        (event) => {
          if (!event.dataTransfer?.types.includes('Files')) return;
          event.preventDefault();
          act(event);
        },
        { signal: stop.signal },
      );
    on('dragenter', () => setOver(++depth > 0));
    on('dragover', (event) => (event.dataTransfer!.dropEffect = 'copy'));
    on('dragleave', () => setOver(--depth > 0));
    on('drop', (event) => {
      depth = 0;
      setOver(false);
      const files = [...event.dataTransfer!.files];
      if (files.length > 0) taking.current(files);
    });
    return () => stop.abort();
  }, []);
  return over;
}
