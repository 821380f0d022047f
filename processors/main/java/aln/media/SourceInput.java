package aln.media;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * How FFmpeg and ffprobe open a source: only the protocols that its address needs, only the
 * demuxers and decoders that the hub accepts. Playlists, scripts and image sequences are not among
 * them, so a source can name no other file or address.
 */
public final class SourceInput {

  private static final String DEMUXERS =
      "mov,matroska,mpegts,mpeg,avi,flv,asf,ogg,wav,w64,flac,mp3,aac,ac3,eac3,dts,aiff,caf,amr,amrnb,amrwb,"
          + "mxf,dv,h264,hevc,mpegvideo,m4v,ivf,rm,gxf,wv,ape,tta,au,mpc,mpc8,obu,av1,dnxhd,nut";

  private static final String DECODERS =
      "h264,hevc,libdav1d,libaom-av1,av1,vp8,vp9,libvpx,libvpx-vp9,mpeg1video,mpeg2video,mpegvideo,mpeg4,"
          + "msmpeg4,msmpeg4v1,msmpeg4v2,h261,h263,h263p,flv,wmv1,wmv2,wmv3,vc1,theora,mjpeg,mjpegb,prores,dnxhd,dvvideo,cfhd,"
          + "ffv1,huffyuv,ffvhuff,utvideo,rawvideo,v210,v410,r210,qtrle,rpza,svq1,svq3,cinepak,indeo3,indeo5,"
          + "rv10,rv20,rv30,rv40,vp3,vp6,vp6f,vp6a,flashsv,flashsv2,png,hap,jpeg2000,"
          + "aac,aac_fixed,aac_latm,mp1,mp1float,mp2,mp2float,mp3,mp3float,ac3,ac3_fixed,eac3,dca,truehd,mlp,"
          + "opus,libopus,vorbis,libvorbis,flac,alac,amrnb,amrwb,libopencore_amrnb,libopencore_amrwb,wmav1,wmav2,wmapro,wmalossless,wmavoice,"
          + "cook,ra_144,ra_288,atrac3,nellymoser,speex,libspeex,gsm,gsm_ms,wavpack,ape,tta,mpc7,mpc8,"
          + "pcm_s16le,pcm_s16be,pcm_u8,pcm_s8,pcm_s24le,pcm_s24be,pcm_s32le,pcm_s32be,pcm_f32le,pcm_f32be,"
          + "pcm_f64le,pcm_f64be,pcm_alaw,pcm_mulaw,pcm_bluray,pcm_dvd,pcm_u16le,pcm_u16be,"
          + "adpcm_ms,adpcm_ima_wav,adpcm_ima_qt,adpcm_swf,adpcm_yamaha,adpcm_g722,adpcm_g726,qdm2,qdmc";

  /** Not encoded, but ffprobe gives up a whole file for one stream that it may not open. */
  private static final String ASIDE =
      "srt,subrip,ssa,ass,mov_text,webvtt,text,dvbsub,dvdsub,pgssub,xsub,cc_dec,libzvbi_teletextdec,"
          + "microdvd,subviewer,sami,realtext,stl,bmp,gif,webp,tiff";

  private SourceInput() {}

  /**
   * Options that stand before {@code -i}, with it and the address.
   *
   * @param source {@code http}, {@code https} or {@code file}; {@code file:name} is a file of the
   *     directory that the command runs in
   * @throws IllegalArgumentException for any other scheme
   */
  public static List<String> arguments(URI source, MediaSettings.Limits limits) {
    List<String> arguments = new ArrayList<>(protocols(source));
    arguments.addAll(
        List.of("-format_whitelist", DEMUXERS, "-codec_whitelist", DECODERS + "," + ASIDE));
    arguments.addAll(List.of("-max_pixels", Long.toString(limits.pixels()), "-max_streams", "256"));
    arguments.addAll(List.of("-probesize", "10000000", "-analyzeduration", "10000000"));
    arguments.addAll(List.of("-i", address(source)));
    return arguments;
  }

  private static List<String> protocols(URI source) {
    return switch (String.valueOf(source.getScheme())) {
      case "file" -> List.of("-protocol_whitelist", "file");
      case "http" -> remote("http,tcp");
      case "https" -> remote("https,http,tls,tcp");
      default -> throw new IllegalArgumentException("Not an address of a source: " + source);
    };
  }

  /**
   * A store that stalls, drops the connection or answers 5xx is asked again after 0, 1 and 3
   * seconds instead of ending the source; each time it says so, which {@code aln.ffmpeg.Hindrance}
   * looks for. Ten seconds of silence are a stall, so a store that hangs holds a worker for less
   * than a minute.
   */
  private static List<String> remote(String protocols) {
    return List.of(
        "-protocol_whitelist", protocols,
        "-rw_timeout", "10000000",
        "-reconnect", "1",
        "-reconnect_on_network_error", "1",
        "-reconnect_on_http_error", "5xx",
        "-reconnect_delay_max", "5");
  }

  private static String address(URI source) {
    boolean absolute = "file".equals(source.getScheme()) && !source.isOpaque();
    return absolute ? "file:" + source.getPath() : source.toString();
  }
}
