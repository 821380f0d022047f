/** Why a film stopped: its playback ended, its bytes do not come, or this browser cannot read them. */
export type Trouble = 'expired' | 'playback' | 'media';

/** @param type hls.js's kind of a fatal error  @param status what the server answered, if it did */
export function stopped(type: string, status?: number): Trouble {
  if (type !== 'networkError') return 'media';
  return status === 401 || status === 403 || status === 404 || status === 410 ? 'expired' : 'playback';
}
