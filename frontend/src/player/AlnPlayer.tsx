// The player: media-chrome's controls around hls.js. Loaded only where something is played.
import 'media-chrome/lang/fr.js';
import type HlsVideoElement from 'hls-video-element';
import { Hls } from 'hls-video-element';
import {
  MediaControlBar,
  MediaController,
  MediaErrorDialog,
  MediaFullscreenButton,
  MediaLoadingIndicator,
  MediaMuteButton,
  MediaPipButton,
  MediaPlayButton,
  MediaPosterImage,
  MediaSeekBackwardButton,
  MediaSeekForwardButton,
  MediaTimeDisplay,
  MediaTimeRange,
  MediaVolumeRange,
} from 'media-chrome/react';
import {
  MediaAudioTrackMenu,
  MediaAudioTrackMenuButton,
  MediaCaptionsMenu,
  MediaCaptionsMenuButton,
  MediaPlaybackRateMenu,
  MediaPlaybackRateMenuButton,
  MediaRenditionMenu,
  MediaRenditionMenuButton,
} from 'media-chrome/react/menu';
import { setLanguage } from 'media-chrome/utils/i18n.js';
import { useEffect, useRef, useState } from 'react';
import { currentLanguage, t } from '../text/text';
import './player.css';
import { stopped, type Trouble } from './trouble';

export type PlayerProps = {
  /** Address of the HLS multivariant playlist; a playback's, so it ends some day. */
  hls: string;
  /** Address of the WebVTT with the tiles for seeking, of the same playback. */
  storyboard?: string;
  title: string;
  poster?: string;
  /** Pixels, upright; the box keeps their ratio before the first frame is there. */
  width?: number;
  height?: number;
  /** Grants a new playback; asked when the old one is no longer taken. */
  renew: () => Promise<Granted>;
};

type Granted = Pick<PlayerProps, 'hls' | 'storyboard'>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'hls-video': React.DetailedHTMLProps<React.VideoHTMLAttributes<HTMLVideoElement>, HTMLVideoElement>;
    }
  }
}

export default function AlnPlayer({ hls, storyboard, title, poster, width = 16, height = 9, renew }: PlayerProps) {
  const video = useRef<HTMLVideoElement>(null);
  const [trouble, setTrouble] = useState<Trouble>();
  const [renewed, setRenewed] = useState<Granted>();
  const playing = useRef<Playing>(undefined);
  const renewal = useRef(renew);
  useEffect(() => {
    renewal.current = renew;
  });
  useEffect(() => {
    const next = async () => {
      const granted = await renewal.current();
      setRenewed(granted);
      return granted.hls;
    };
    const now = play(video.current as unknown as HlsVideoElement, hls, next, setTrouble);
    playing.current = now;
    return () => now.stop();
  }, [hls]);
  setLanguage(currentLanguage());
  const tiles = renewed ? renewed.storyboard : storyboard;

  return (
    <div>
      <MediaController
        className="aln-player"
        style={{ aspectRatio: `${width} / ${height}` }}
        aria-label={t('watch.player', { title })}
        defaultStreamType="on-demand"
      >
        <hls-video ref={video} slot="media" playsInline crossOrigin="anonymous" preload="auto">
          {tiles && <track key={tiles} kind="metadata" label="thumbnails" src={tiles} default />}
        </hls-video>
        {poster && <MediaPosterImage slot="poster" src={poster} />}
        <MediaLoadingIndicator slot="centered-chrome" noAutohide />
        <MediaErrorDialog slot="dialog" hidden />
        <MediaRenditionMenu anchor="auto" hidden />
        <MediaCaptionsMenu anchor="auto" hidden />
        <MediaAudioTrackMenu anchor="auto" hidden />
        <MediaPlaybackRateMenu anchor="auto" rates={[0.5, 0.75, 1, 1.25, 1.5, 2]} hidden />
        <MediaControlBar className="aln-player-seek">
          <MediaTimeRange />
        </MediaControlBar>
        <MediaControlBar>
          <MediaPlayButton />
          <MediaSeekBackwardButton seekOffset={10} className="aln-player-wide" />
          <MediaSeekForwardButton seekOffset={10} className="aln-player-wide" />
          <MediaMuteButton />
          <MediaVolumeRange className="aln-player-wide" />
          <MediaTimeDisplay showDuration />
          <span className="aln-player-space" />
          <MediaCaptionsMenuButton />
          <MediaAudioTrackMenuButton />
          <MediaPlaybackRateMenuButton className="aln-player-wide" />
          <MediaRenditionMenuButton />
          <MediaPipButton className="aln-player-wide" />
          <MediaFullscreenButton />
        </MediaControlBar>
      </MediaController>
      {trouble && (
        <div role="alert" className="border-t-3 border-line bg-laterite p-4 text-bone">
          <p className="font-medium">{t(`watch.error.${trouble}`)}</p>
          <button type="button" className="press mt-3" onClick={() => playing.current?.again()}>
            {t('problem.retry')}
          </button>
        </div>
      )}
    </div>
  );
}

type Playing = {
  /** Starts once more where it stopped, with a new playback. */
  again: () => void;
  stop: () => void;
};

/** Plays the playlist in the element, and says when and why it cannot go on, or that it can (undefined). */
function play(
  element: HlsVideoElement,
  hls: string,
  renew: () => Promise<string>,
  tell: (trouble?: Trouble) => void,
): Playing {
  let gone = false;
  let renewed = -Infinity;
  let renewing = false;

  load(hls);
  return {
    again() {
      renewed = -Infinity;
      void mend('expired');
    },
    stop() {
      gone = true;
      element.removeAttribute('src');
      element.api?.destroy();
    },
  };

  function load(address: string, from = 0, playing = false) {
    element.config = {
      // A film that is still being made begins at its beginning, and is as long as what is there.
      startPosition: from,
      liveDurationInfinity: false,
      capLevelToPlayerSize: true,
    };
    element.setAttribute('src', address);
    // The element makes its hls.js a moment after it got its address.
    setTimeout(() => {
      if (gone) return;
      element.api?.on(Hls.Events.ERROR, (_event, data) => {
        const trouble = stopped(data.type, data.response?.code);
        // hls.js would ask for a refused segment again and again before it gives up; a new playback helps at once.
        if (data.fatal || trouble === 'expired') void mend(trouble);
      });
    });
    if (playing) element.addEventListener('canplay', () => void element.play().catch(() => undefined), { once: true });
  }

  async function mend(trouble: Trouble) {
    if (gone || renewing) return;
    // Not again and again: a playback that ends as soon as it is granted will not get better.
    if (trouble !== 'expired' || performance.now() - renewed < 30_000) return give(trouble);
    renewing = true;
    renewed = performance.now();
    try {
      const address = await renew();
      if (gone) return;
      load(address, element.currentTime, !element.paused);
      tell(undefined);
    } catch {
      give('expired');
    } finally {
      renewing = false;
    }
  }

  function give(trouble: Trouble) {
    element.api?.stopLoad();
    tell(trouble);
  }
}
