import { useSearch } from '@tanstack/react-router';
import { Letter } from './Letter';
import { LetterList } from './LetterList';

/** What the hub gave up, why, and what can be done about it: all of it, or one whole. */
export function DeadLetters() {
  const { letter } = useSearch({ from: '/admin' });
  return letter ? <Letter id={letter} /> : <LetterList />;
}
