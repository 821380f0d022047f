// Failures in words.
import { Problem } from '../api/problem';
import { Refusal } from '../upload/carry';
import { t } from './text';

/** What went wrong and what to do, as the hub says it or, where it is silent, as the page does. */
export function said(error: unknown): string {
  if (error instanceof Refusal) {
    if (error.status === 0) return t('upload.error.connection');
    if (error.status === 403) return t('upload.error.signature');
    return t('upload.error.store', { status: error.status });
  }
  if (error instanceof Problem) {
    if (error.status === 0) return t('problem.unreachable');
    if (error.spoken) return error.message;
    if (error.status >= 500) return t('problem.server');
    return t('problem.unknown', { status: error.status });
  }
  return t('problem.server');
}
