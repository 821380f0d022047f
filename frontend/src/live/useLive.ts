import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { applyEvent, readAsset, replaceAsset } from '../api/queries';
import { listen } from './stream';

/** How often to ask about works under way while events arrive (in case one was lost), and while they do not. */
const ASK = { open: 15_000, broken: 2_000 };

/** Keeps the works in the cache up to date while the page shows them. */
export function useLive(active: boolean, underWay: string[]): void {
  const cache = useQueryClient();
  const [open, setOpen] = useState(true);
  const ids = underWay.join(' ');

  useEffect(() => {
    if (!active) return;
    return listen({
      open: setOpen,
      event(event) {
        applyEvent(cache, event);
        // Poster, length and renditions are not in the event; they are there when something became of the work.
        if (event.status === 'complete' || event.status === 'failed') refresh(event.id);
      },
    });

    function refresh(id: string) {
      readAsset(id).then((asset) => replaceAsset(cache, asset), () => cache.invalidateQueries({ queryKey: ['assets'] }));
    }
  }, [active, cache]);

  useEffect(() => {
    if (!active || ids === '') return;
    const timer = setInterval(() => {
      for (const id of ids.split(' ')) {
        // What cannot be read now is asked for again at the next turn.
        readAsset(id).then((asset) => replaceAsset(cache, asset), () => undefined);
      }
    }, open ? ASK.open : ASK.broken);
    return () => clearInterval(timer);
  }, [active, cache, ids, open]);
}
