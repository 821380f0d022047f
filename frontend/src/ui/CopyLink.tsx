import { CopyText } from './CopyText';

/** Puts the address of a work on the clipboard, and says so. */
export function CopyLink({ id, ...rest }: { id: string; label?: string; words: { copy: string; copied: string } }) {
  return <CopyText text={`${location.origin}/watch/${id}`} {...rest} />;
}
