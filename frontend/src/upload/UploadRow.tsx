import { bytes, duration } from '../format';
import { currentLanguage, t } from '../text/text';
import { said } from '../text/words';
import { Progress } from '../ui/Progress';
import type { Upload, UploadState } from './uploader';
import { cancel, dismiss, retry } from './uploads';

/** One file on its way in. */
export function UploadRow({ upload, state }: { upload: Upload; state: UploadState }) {
  const { name } = upload.file;
  const failed = state.phase === 'failed';
  const share = state.phase === 'finishing' || state.phase === 'done' ? 1 : state.size > 0 ? state.sent / state.size : 0;
  return (
    <article className="sheet grid gap-3 p-4" aria-label={t('upload.progress', { name })}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h3 className="min-w-0 text-lg break-all">{name}</h3>
        <div className="flex gap-2">
          {failed && (
            <button type="button" className="press press-gold" aria-label={t('upload.retry.of', { name })} onClick={() => retry(upload)}>
              {t('upload.retry')}
            </button>
          )}
          {failed ? (
            <button type="button" className="press" aria-label={t('upload.dismiss.of', { name })} onClick={() => void cancel(upload)}>
              {t('upload.dismiss')}
            </button>
          ) : state.phase === 'done' ? (
            <button type="button" className="press" aria-label={t('upload.dismiss.of', { name })} onClick={() => dismiss(upload)}>
              {t('upload.dismiss')}
            </button>
          ) : (
            <button
              type="button"
              className="press"
              aria-label={t('upload.cancel.of', { name })}
              disabled={state.phase === 'finishing'}
              onClick={() => void cancel(upload)}
            >
              {t('upload.cancel')}
            </button>
          )}
        </div>
      </div>
      <Progress share={share} label={t('upload.progress', { name })} />
      {failed ? (
        <p role="alert" className="border-2 border-line bg-laterite p-3 text-bone">
          <strong>{t('upload.failed')}.</strong> {said(state.error)}
        </p>
      ) : (
        <p className="text-sm text-quiet tabular-nums">{line(state)}</p>
      )}
    </article>
  );
}

function line(state: UploadState): string {
  if (state.again !== undefined) return t(state.lost ? 'upload.lost' : 'upload.busy', { seconds: state.again });
  const language = currentLanguage();
  if (state.phase === 'sending') {
    const parts = [t('upload.sending', { sent: bytes(state.sent, language), size: bytes(state.size, language) })];
    if (state.speed > 0) {
      parts.push(t('upload.speed', { speed: bytes(state.speed, language) }));
      parts.push(t('upload.left', { time: duration((state.size - state.sent) / state.speed) }));
    }
    return parts.join(' · ');
  }
  if (state.phase === 'waiting') return t('upload.waiting');
  if (state.phase === 'announcing') return t('upload.announcing');
  return t('upload.finishing');
}
