package aln.media.probe;

import aln.ffmpeg.Command;
import aln.media.MediaSettings;
import aln.media.SourceInput;
import java.io.File;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The ffprobe run that {@link Inspections} reads: streams, container, and the time stamps of the
 * packets at both ends of the source. The reading is bounded, whatever the size of the file; only a
 * Matroska file without an index is read through.
 */
@Component
public class InspectCommands {

  /** Packets of all streams that are listed from the beginning. */
  static final int HEAD = 600;

  /** Packets of all streams that are listed from the last key frame on. */
  static final int TAIL = 3000;

  private static final Duration TIMEOUT = Duration.ofMinutes(3);

  private static final String ENTRIES =
      "format=format_name,start_time,duration,size:format_tags=major_brand"
          + ":stream=index,codec_type,codec_name,codec_tag_string,profile,width,height,sample_aspect_ratio,pix_fmt,"
          + "has_b_frames,field_order,color_range,color_space,color_transfer,color_primaries,r_frame_rate,avg_frame_rate,time_base,"
          + "start_time,duration,nb_frames,sample_rate,channels,bits_per_raw_sample"
          + ":stream_tags=language,title,DURATION,handler_name,enc_key_id"
          + ":stream_disposition=default,forced,hearing_impaired,attached_pic,still_image,timed_thumbnails"
          + ":stream_side_data=rotation,dv_profile,dv_bl_signal_compatibility_id,max_content,max_luminance"
          + ":packet=stream_index,pts_time,dts_time,duration_time,flags";

  private final MediaSettings settings;

  public InspectCommands(MediaSettings settings) {
    this.settings = settings;
  }

  /**
   * Answers JSON on standard output. A second interval far behind any end makes ffprobe seek to the
   * last key frame, so the true end is seen and not only the promised one.
   *
   * @param source http, https or file
   * @param directory an empty directory of this run's own
   */
  public Command forSource(URI source, File directory) {
    List<String> arguments = new ArrayList<>(List.of("-hide_banner", "-loglevel", "warning"));
    arguments.addAll(List.of("-print_format", "json=compact=1", "-show_entries", ENTRIES));
    arguments.addAll(List.of("-read_intervals", "%+#" + HEAD + ",9999999%+#" + TAIL));
    arguments.addAll(SourceInput.arguments(source, settings.limits()));
    return new Command(Command.Tool.FFPROBE, arguments, directory, TIMEOUT);
  }
}
