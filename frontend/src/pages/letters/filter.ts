import type { AdminSearch } from '../../router';
import type { LetterFilter } from '../../api/queries';

const trace = /^[0-9a-f]{32}$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the address of the page asks for. */
export function filterOf(search: AdminSearch): LetterFilter {
  const { queue, code, of = '' } = search;
  return {
    ...(queue ? { queue } : {}),
    ...(code ? { code } : {}),
    ...(trace.test(of) ? { trace: of } : {}),
    ...(uuid.test(of) ? { asset: of } : {}),
  };
}

/** Whether a text names a work or a trace. */
export function names(text: string): boolean {
  return trace.test(text) || uuid.test(text);
}

/** A message's body as a person reads it: JSON in lines, anything else as it is. */
export function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

/** A command as it can be typed into a shell. */
export function shell(command: string[]): string {
  return command
    .map((one) => (/^[\w@%+=:,./-]+$/.test(one) ? one : `'${one.replaceAll("'", "'\\''")}'`))
    .join(' ');
}
