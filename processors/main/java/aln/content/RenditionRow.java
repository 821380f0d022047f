package aln.content;

import aln.content.Asset.Rendition;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A rendition as {@code asset_overview} has it.
 *
 * @param download key of the file that it can be downloaded as
 */
record RenditionRow(
    String name,
    String kind,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Double frameRate,
    @Nullable Integer bandwidth,
    @Nullable String codecs,
    @Nullable String language,
    @Nullable String download) {

  Rendition with(@Nullable URI url) {
    return new Rendition(name, kind, width, height, frameRate, bandwidth, codecs, language, url);
  }

  /** {@code My film 720p.mp4}: the title without what file systems refuse. */
  String filename(String title) {
    String plain = title.replaceAll("[\\s\\p{Cntrl}\\p{Cf}\\p{Cs}/\\\\:*?\"<>|]+", " ").strip();
    String safe = plain.replaceAll("^[.\\s]+", "");
    int end = safe.offsetByCodePoints(0, Math.min(100, safe.codePointCount(0, safe.length())));
    String what = kind.equals("video") ? " " + name + ".mp4" : ".m4a";
    return (safe.isEmpty() ? "aln" : safe.substring(0, end).strip()) + what;
  }
}
