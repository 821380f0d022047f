package aln.media.probe;

import aln.media.MediaRefused;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words for what cannot be taken. Each says what is wrong and what to do next. */
public final class Refusals {

  private static final Pattern NOT_LISTED =
      Pattern.compile("\\[([a-z0-9_,]+) @ [^]]*] Format not on whitelist");

  private static final Pattern NOT_DECODED =
      Pattern.compile("Codec \\(([a-z0-9_]+)\\) not on whitelist");

  private static final Map<String, String> DEMUXERS =
      Map.of(
          "hls", "an HLS playlist, which only names other files",
          "dash", "a DASH manifest, which only names other files",
          "concat", "a list of other files",
          "srt", "a subtitle file",
          "webvtt", "a subtitle file",
          "ass", "a subtitle file",
          "tty", "a text file",
          "gif", "a GIF image",
          "image2", "an image");

  private Refusals() {}

  static MediaRefused ofProbe(String stderr, long size, byte[] first) {
    if (size == 0) {
      return empty();
    }
    Optional<String> named = Sniffer.name(first).or(() -> demuxer(stderr));
    if (named.isPresent()) {
      return named(named.get());
    }
    Matcher codec = NOT_DECODED.matcher(stderr);
    if (codec.find()) {
      return unknownCodec("content", codec.group(1));
    }
    if (stderr.contains("Could not seek to position")) {
      return bare();
    }
    return stderr.contains("moov atom not found") ? interrupted() : notMedia();
  }

  static MediaRefused empty() {
    return new MediaRefused(
        "empty-file",
        "The file is empty. Check that the original plays on your device, then upload it again.");
  }

  static MediaRefused named(String name) {
    if (Sniffer.isImage(name) || name.equals("an image")) {
      return new MediaRefused(
          "image-not-supported",
          "This file is "
              + name
              + ". This hub processes video and sound at present, no still pictures. Upload a video or an audio file.");
    }
    return new MediaRefused(
        "not-media",
        "This file is "
            + name
            + ", not a video or an audio file, whatever its name says. Upload the recording itself.");
  }

  private static MediaRefused notMedia() {
    return new MediaRefused(
        "not-media",
        "No video or sound was found in this file. Check that it plays on your device, or export it as MP4, MOV, MKV,"
            + " WebM, MP3, WAV or FLAC, and upload that.");
  }

  static MediaRefused bare() {
    return new MediaRefused(
        "no-container",
        "This file is a bare stream of pictures without times or an index. Put it into an MP4 or MKV file with the"
            + " program that made it, and upload that.");
  }

  private static MediaRefused interrupted() {
    return new MediaRefused(
        "recording-interrupted",
        "This MP4 or MOV file has no table of contents (moov), as after a recording or a copy that was interrupted."
            + " Copy it again from the device that made it, or repair it there, and upload the result.");
  }

  static MediaRefused nothingInside() {
    return new MediaRefused(
        "no-picture-or-sound",
        "This file holds neither a picture nor a sound that can be used. Upload the recording itself.");
  }

  static MediaRefused encrypted() {
    return new MediaRefused(
        "encrypted",
        "This file is copy-protected (encrypted). Upload a version without protection, exported from your own"
            + " project.");
  }

  static MediaRefused dolbyVisionOnly() {
    return new MediaRefused(
        "dolby-vision-only",
        "The picture of this file is Dolby Vision without a base that other screens understand (profile 5): it would"
            + " come out green and purple. Export it as HDR10, HLG or Dolby Vision 8 and upload that.");
  }

  static MediaRefused unknownCodec(String what, String codec) {
    return new MediaRefused(
        "unknown-codec",
        "The %s of this file is coded as \"%s\", which this hub cannot decode. Export it as H.264 or HEVC with AAC sound and upload that."
            .formatted(what, codec));
  }

  static MediaRefused unreadablePicture(String codec) {
    return new MediaRefused(
        "picture-unreadable",
        "The picture of this file (%s) is damaged: not one frame of it can be decoded. Export or copy it again and upload that."
            .formatted(codec));
  }

  static MediaRefused tooLong(long seconds, long limit) {
    return new MediaRefused(
        "too-long",
        "This file is %s long; the limit of this hub is %s. Cut it into parts and upload them one by one."
            .formatted(clock(seconds), clock(limit)));
  }

  static MediaRefused tooManyPixels(int width, int height, long limit) {
    return new MediaRefused(
        "too-many-pixels",
        "The picture is %d×%d, %.0f million pixels; the limit of this hub is %.0f million. Export it smaller, for example as 3840×2160."
            .formatted(width, height, width * (double) height / 1e6, limit / 1e6));
  }

  static MediaRefused tooManyStreams(int streams, int limit) {
    return new MediaRefused(
        "too-many-streams",
        "This file holds %d tracks; the limit of this hub is %d. Export it with only the tracks that viewers need."
            .formatted(streams, limit));
  }

  static MediaRefused frameRateTooHigh(double rate, int limit) {
    return new MediaRefused(
        "frame-rate-too-high",
        "The picture has %.0f frames a second; the limit of this hub is %d. Export it with 60 or fewer."
            .formatted(rate, limit));
  }

  /**
   * @param seconds after which the source stops
   * @param promised how many there should be
   */
  public static MediaRefused truncated(long seconds, long promised) {
    return new MediaRefused(
        "source-truncated",
        "The file promises %s but stops after %s: its end is missing. The copy or the upload was interrupted; upload the complete file."
            .formatted(clock(promised), clock(seconds)));
  }

  static MediaRefused mostlyEmpty(long seconds) {
    return new MediaRefused(
        "mostly-empty",
        "This file claims to be %s long but holds almost nothing for that time. Export it again and upload that."
            .formatted(clock(seconds)));
  }

  private static Optional<String> demuxer(String stderr) {
    Matcher matcher = NOT_LISTED.matcher(stderr);
    return matcher.find() ? Optional.of(demuxerName(matcher.group(1))) : Optional.empty();
  }

  private static String demuxerName(String demuxer) {
    if (demuxer.endsWith("_pipe")) {
      String format = demuxer.substring(0, demuxer.length() - "_pipe".length());
      return "a still " + format.toUpperCase(Locale.ROOT) + " image";
    }
    return DEMUXERS.getOrDefault(demuxer, "of the kind \"" + demuxer + "\"");
  }

  private static String clock(long seconds) {
    if (seconds < 60) {
      return seconds + " seconds";
    }
    return seconds < 3600
        ? "%d:%02d minutes".formatted(seconds / 60, seconds % 60)
        : "%d:%02d hours".formatted(seconds / 3600, seconds / 60 % 60);
  }
}
