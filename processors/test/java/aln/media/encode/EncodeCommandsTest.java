package aln.media.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aln.ffmpeg.Command;
import aln.media.FrameRate;
import aln.media.SourceInput;
import aln.media.Studio;
import aln.media.plan.Access;
import aln.media.plan.AudioRendition;
import aln.media.plan.Codec;
import aln.media.plan.EncodeAudio;
import aln.media.plan.EncodeVideo;
import aln.media.plan.MakePoster;
import aln.media.plan.Picture;
import aln.media.plan.VideoChunk;
import aln.media.plan.VideoRendition;
import java.io.File;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncodeCommandsTest {

  private static final URI SOURCE = URI.create("http://store:9000/raw-assets/source?signature=x");

  private static final File DIRECTORY = new File("work");

  private static final FrameRate NTSC_FILM = FrameRate.of(24_000, 1001);

  private final EncodeCommands commands = new EncodeCommands(Studio.SETTINGS);

  @Test
  void encodesEveryRenditionOfAWholeVideoFromOneDecode() {
    VideoChunk whole = new VideoChunk(0, 0, 240, 0, true, Access.INDEX);
    Command command = forChunk(spec(sdr(), whole));
    assertThat(command.tool()).isEqualTo(Command.Tool.FFMPEG);
    assertThat(command.arguments())
        .isEqualTo(
            join(
                "-hide_banner -loglevel warning -nostdin -nostats -progress pipe:1 -copyts -threads 2"
                    + " -t 12.510000 -reinit_filter 0",
                SourceInput.arguments(SOURCE, Studio.SETTINGS.limits()),
                "-filter_complex"
                    + " [0:1]setpts=round(PTS-(1.500000)/TB),fps=24000/1001:start_time=0:round=near:eof_action=pass,"
                    + "trim=end_frame=240,scale=1280:720:flags=bicubic,format=yuv420p,setsar=1,"
                    + "setparams=range=tv:colorspace=bt709:color_primaries=bt709:color_trc=bt709,sidedata=mode=delete:type=A53_CC,"
                    + "split=3[720p][large][down1];[down1]scale=854:480:flags=bicubic,setsar=1,split=2[480p][small];"
                    + "[small]select='not(mod(mod(n,96),12))',scale=32:32:flags=area,format=yuv420p,extractplanes=y[checkpoints];"
                    + "[large]select='between(n,96,120)*not(mod(n-96,12))'[reference]"
                    + " -map [720p] -fps_mode passthrough -map_metadata -1 -c:v libx264 -preset veryfast -crf 23"
                    + " -maxrate 2800000 -bufsize 4200000 -profile:v high -level:v 3.1"
                    + " -g 96 -keyint_min 96 -sc_threshold 0 -x264-params stitchable=1 -threads 2"
                    + " -video_track_timescale 24000 -output_ts_offset 0.000000 -fs 20240000"
                    + " -use_editlist 1 -avoid_negative_ts disabled -f mp4"
                    + " -movflags +delay_moov+default_base_moof+skip_trailer+frag_discont+frag_keyframe 720p.mp4"
                    + " -map [480p] -fps_mode passthrough -map_metadata -1 -c:v libx264 -preset veryfast -crf 23"
                    + " -maxrate 1400000 -bufsize 2100000 -profile:v high -level:v 3.0"
                    + " -g 96 -keyint_min 96 -sc_threshold 0 -x264-params stitchable=1 -threads 2"
                    + " -video_track_timescale 24000 -output_ts_offset 0.000000 -fs 10133750"
                    + " -use_editlist 1 -avoid_negative_ts disabled -f mp4"
                    + " -movflags +delay_moov+default_base_moof+skip_trailer+frag_discont+frag_keyframe 480p.mp4"
                    + " -map [checkpoints] -fps_mode passthrough -c:v rawvideo -f rawvideo source.checkpoints"
                    + " -map [reference] -fps_mode passthrough -c:v rawvideo -f rawvideo source.yuv"));
  }

  @Test
  void encodesHevcWithoutParameterSetsBetweenFrames() {
    Command command = forChunk(second(Codec.HEVC, "medium", "aq-mode=3"));
    assertThat(String.join(" ", command.arguments()))
        .contains(
            " -map [480p-hevc] -fps_mode passthrough -map_metadata -1 -c:v libx265 -preset medium -crf 30"
                + " -maxrate 900000 -bufsize 1350000 -profile:v main -tag:v hvc1"
                + " -x265-params aq-mode=3:keyint=96:min-keyint=96:scenecut=0:open-gop=0:repeat-headers=0:info=0:log-level=warning:pools=2"
                + " -video_track_timescale 24000 -output_ts_offset 12.012000 -fs 6227802"
                + " -use_editlist 1 -avoid_negative_ts disabled -f mp4"
                + " -movflags +delay_moov+default_base_moof+skip_trailer+frag_discont+frag_keyframe 480p-hevc.mp4"
                + " -map [checkpoints] ");
    EncodeVideo spec = second(Codec.HEVC, "medium", null);
    assertThat(commands.forChunk(spec, Place.in(SOURCE, 0), DIRECTORY, 0).arguments())
        .contains(
            "keyint=96:min-keyint=96:scenecut=0:open-gop=0:repeat-headers=0:info=0:log-level=warning");
  }

  @Test
  void encodesAv1WithKeyFramesOnlyWhereSegmentsBegin() {
    Command command = forChunk(second(Codec.AV1, "8", "tune=0"));
    assertThat(String.join(" ", command.arguments()))
        .contains(
            " -map [480p-av1] -fps_mode passthrough -map_metadata -1 -c:v libsvtav1 -preset 8 -crf 30"
                + " -maxrate 900000 -bufsize 1350000 -g 96 -svtav1-params tune=0:scd=0 -threads 2"
                + " -video_track_timescale 24000 -output_ts_offset 12.012000 -fs 6227802"
                + " -use_editlist 1 -avoid_negative_ts disabled -f mp4"
                + " -movflags +delay_moov+default_base_moof+skip_trailer+frag_discont+frag_keyframe 480p-av1.mp4"
                + " -map [checkpoints] ");
  }

  @Test
  void letsAllElseGoBeforeASecondSet() {
    EncodeVideo first = spec(sdr(), new VideoChunk(2, 288, 192, 3, false, Access.INDEX));
    Command second = forChunk(second(Codec.AV1, "8", null));
    assertThat(second.niceness()).isEqualTo(19).isGreaterThan(forChunk(first).niceness());
    assertThat(second.timeout()).isGreaterThan(forChunk(first).timeout());
  }

  private static EncodeVideo second(Codec codec, String preset, String tuning) {
    VideoChunk later = new VideoChunk(2, 288, 192, 3, false, Access.INDEX);
    EncodeVideo first = spec(sdr(), later);
    VideoRendition small =
        new VideoRendition(
            "480p-" + codec.word(),
            854,
            480,
            NTSC_FILM,
            codec.sampleEntry(),
            0,
            900_000,
            1_350_000,
            30);
    return new EncodeVideo(
        first.picture(), NTSC_FILM, 96, preset, 35, later, true, List.of(small), tuning, codec);
  }

  @Test
  void seeksALittleBeforeALaterChunkAndKeepsItsPlaceInTheVideo() {
    VideoChunk later = new VideoChunk(2, 288, 192, 3, false, Access.INDEX);
    List<String> arguments = forChunk(spec(sdr(), later)).arguments();
    assertThat(after("-ss", arguments)).isEqualTo("11.512000");
    assertThat(arguments).contains("-noaccurate_seek").doesNotContain("-t");
    assertThat(after("-output_ts_offset", arguments)).isEqualTo("12.012000");
    assertThat(after("-filter_complex", arguments))
        .startsWith("[0:1]setpts=round(PTS-(13.512000)/TB),fps=")
        .contains("trim=end_frame=192");
  }

  @Test
  void goesOnToTheEndWhereTheEndIsNotKnown() {
    VideoChunk whole = new VideoChunk(0, 0, 240, 0, true, Access.INDEX);
    EncodeVideo known = spec(sdr(), whole);
    EncodeVideo unknown =
        new EncodeVideo(
            known.picture(), known.rate(), 96, "veryfast", 23, whole, false, known.renditions());
    List<String> arguments = forChunk(unknown).arguments();
    assertThat(after("-filter_complex", arguments)).doesNotContain("trim");
    assertThat(Double.parseDouble(after("-t", arguments))).isGreaterThan(43_000);
  }

  @Test
  void takesEverySecondFrameOfAFastPicture() {
    Picture fast =
        new Picture(
            1,
            1920,
            1080,
            0,
            0,
            2,
            false,
            false,
            Picture.Range.STANDARD,
            false,
            false,
            1000,
            Picture.Colours.BT709,
            0);
    assertThat(graph(fast))
        .contains("fps=48000/1001:start_time=0:round=near:eof_action=pass,framestep=2,trim=");
  }

  @Test
  void holdsTheLastFrameWhileSoundGoesOn() {
    Picture short1 =
        new Picture(
            1,
            1920,
            1080,
            0,
            0,
            1,
            false,
            false,
            Picture.Range.STANDARD,
            false,
            false,
            1000,
            Picture.Colours.BT709,
            5_005_000);
    assertThat(graph(short1)).contains("eof_action=pass,tpad=stop=120:stop_mode=clone,trim=");
  }

  @Test
  void putsBlackBehindWhatCanBeSeenThrough() {
    Picture clear =
        new Picture(
            1,
            1920,
            1080,
            0,
            0,
            1,
            false,
            false,
            Picture.Range.RGB,
            false,
            true,
            1000,
            Picture.Colours.BT709,
            0);
    assertThat(graph(clear))
        .contains(",format=gbrap|gbrap10le|gbrap12le|gbrap16le,premultiply=inplace=1,scale=");
  }

  @Test
  void deinterlacesBeforeAnythingElse() {
    Picture tv = picture(true, Picture.Range.STANDARD, false, Picture.Colours.PAL);
    assertThat(graph(tv))
        .contains(
            "/TB),scale=1920:1080:interl=-1,bwdif=mode=send_frame:parity=auto:deint=interlaced,fps=")
        .contains("colorspace=bt470bg:color_primaries=bt470bg:color_trc=smpte170m");
  }

  @Test
  void bringsHighDynamicRangeToWhatEveryScreenShows() {
    String chain =
        "scale=1280:720:flags=bicubic,zscale=min=bt2020nc:pin=bt2020:tin=%s:rin=tv:t=linear:npl=203,"
            + "format=gbrpf32le,zscale=p=bt709,tonemap=tonemap=mobius:desat=0:peak=4.926,"
            + "zscale=t=bt709:m=bt709:r=tv,format=yuv420p,setsar=1,setparams=range=tv:colorspace=bt709";
    assertThat(graph(picture(false, Picture.Range.PQ, false, Picture.Colours.BT709)))
        .contains(chain.formatted("smpte2084"));
    assertThat(graph(picture(false, Picture.Range.HLG, false, Picture.Colours.BT709)))
        .contains(chain.formatted("arib-std-b67"));
  }

  @Test
  void bringsFullRangeToLimitedRange() {
    assertThat(graph(picture(false, Picture.Range.STANDARD, true, Picture.Colours.BT709)))
        .contains("scale=1280:720:flags=bicubic:in_range=pc:out_range=tv,format=yuv420p");
  }

  @Test
  void encodesSoundInOnePassFromWhereThePictureBegins() {
    AudioRendition rendition =
        new AudioRendition("audio-1", "en", "English", true, 2, 128_000, "mp4a.40.2");
    EncodeAudio spec = new EncodeAudio(3, 1_500_000, 10_000_000, 0, 188, rendition);
    Command command = commands.forAudio(spec, SOURCE, DIRECTORY, 1);
    assertThat(command.arguments())
        .isEqualTo(
            join(
                "-hide_banner -loglevel warning -nostdin -nostats -progress pipe:1 -copyts -threads 1"
                    + " -downmix:3 stereo",
                SourceInput.arguments(SOURCE, Studio.SETTINGS.limits()),
                "-filter_complex [0:3]asetpts=round(PTS-(1.500000)/TB),aresample=48000:async=1:first_pts=0,"
                    + "aformat=sample_fmts=fltp:channel_layouts=stereo,asplit=2[sound][heard];"
                    + "[heard]ebur128=metadata=1,ametadata=mode=print:key=lavfi.r128.M:file=source.momentary,"
                    + "ametadata=mode=print:key=lavfi.r128.I:file=source.integrated,anullsink"
                    + " -map [sound] -map_metadata -1 -c:a aac -b:a 128000 -t 12.000000 -fs 759000"
                    + " -frag_duration 4000666 -flush_packets 1 -use_editlist 1 -avoid_negative_ts disabled -f mp4"
                    + " -movflags +delay_moov+default_base_moof+skip_trailer audio-1.mp4"));
  }

  @Test
  void takesAPosterFromKeyFramesOnly() {
    MakePoster spec = new MakePoster(sdr(), 1280, 720, 2_000_000);
    assertThat(commands.forPoster(spec, SOURCE, DIRECTORY, 1).arguments())
        .isEqualTo(
            join(
                "-hide_banner -loglevel warning -nostdin -nostats -progress pipe:1 -copyts -threads 1"
                    + " -noaccurate_seek -skip_frame nokey -ss 2.500000 -t 30 -reinit_filter 0",
                SourceInput.arguments(SOURCE, Studio.SETTINGS.limits()),
                "-filter_complex [0:1]scale=1280:720:flags=bicubic,format=yuv420p,setsar=1,"
                    + "setparams=range=tv:colorspace=bt709:color_primaries=bt709:color_trc=bt709,thumbnail=n=12,"
                    + "scale=in_color_matrix=bt709:in_range=tv:out_color_matrix=bt601:out_range=pc,format=yuvj420p[poster]"
                    + " -map [poster] -map_metadata -1 -frames:v 1 -update 1 -c:v mjpeg -q:v 3 -fs 20000000"
                    + " -f image2 poster.jpg"));
  }

  @Test
  void opensOnlyWhatASourcesAddressNeeds() {
    var limits = Studio.SETTINGS.limits();
    assertThat(after("-protocol_whitelist", SourceInput.arguments(SOURCE, limits)))
        .isEqualTo("http,tcp");
    URI secure = URI.create("https://store/x");
    assertThat(after("-protocol_whitelist", SourceInput.arguments(secure, limits)))
        .isEqualTo("https,http,tls,tcp");
    List<String> file = SourceInput.arguments(new File("/films/-a b.mp4").toURI(), limits);
    assertThat(after("-protocol_whitelist", file)).isEqualTo("file");
    assertThat(after("-i", file)).isEqualTo("file:/films/-a b.mp4");
    assertThat(after("-format_whitelist", file).split(","))
        .contains("mov", "matroska")
        .doesNotContain("hls", "concat", "image2", "dash", "lavfi");
    assertThatThrownBy(() -> SourceInput.arguments(URI.create("concat:a|b"), limits))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsFromWhereItIsTold() {
    VideoChunk later = new VideoChunk(2, 288, 192, 3, false, Access.TIMES);
    List<String> arguments =
        commands
            .forChunk(spec(sdr(), later), Place.in(SOURCE, 4_000_000), DIRECTORY, 2)
            .arguments();
    assertThat(after("-ss", arguments)).isEqualTo("4.000000");
    assertThat(arguments)
        .as("the filters end it")
        .contains("-noaccurate_seek")
        .doesNotContain("-t");
    VideoChunk rest = new VideoChunk(1, 96, 192, 1, true, Access.BEGINNING);
    assertThat(forChunk(spec(sdr(), rest)).arguments()).doesNotContain("-ss");
  }

  /** They begin with the right key frame and end soon after the chunk. */
  @Test
  void readsAllOfItsPieces() {
    VideoChunk later = new VideoChunk(2, 288, 192, 3, false, Access.PIECES);
    Place place = new Place(URI.create("file:pieces.mkv"), 10_000_000, 0);
    List<String> arguments = commands.forChunk(spec(sdr(), later), place, DIRECTORY, 2).arguments();
    assertThat(arguments)
        .doesNotContain("-ss")
        .containsSubsequence("-protocol_whitelist", "file", "-i", "file:pieces.mkv");
    assertThat(after("-filter_complex", arguments)).as("the only stream there").startsWith("[0:0]");
    assertThat(after("-t", arguments))
        .as("from 10 s to 2 s after 12.012 + 8.008 s, with half a second before the picture")
        .isEqualTo("12.520000");
  }

  private Command forChunk(EncodeVideo spec) {
    return commands.forChunk(spec, commands.place(spec, SOURCE), DIRECTORY, 2);
  }

  private String graph(Picture picture) {
    VideoChunk whole = new VideoChunk(0, 0, 240, 0, true, Access.INDEX);
    return after("-filter_complex", forChunk(spec(picture, whole)).arguments());
  }

  private static EncodeVideo spec(Picture picture, VideoChunk chunk) {
    return new EncodeVideo(
        picture,
        NTSC_FILM,
        96,
        "veryfast",
        23,
        chunk,
        true,
        List.of(
            new VideoRendition(
                "720p", 1280, 720, NTSC_FILM, "avc1.64001f", 31, 2_800_000, 4_200_000),
            new VideoRendition(
                "480p", 854, 480, NTSC_FILM, "avc1.64001e", 30, 1_400_000, 2_100_000)));
  }

  private static Picture sdr() {
    return picture(false, Picture.Range.STANDARD, false, Picture.Colours.BT709);
  }

  private static Picture picture(
      boolean interlaced, Picture.Range range, boolean full, Picture.Colours colours) {
    return new Picture(
        1,
        1920,
        1080,
        1_000_000,
        1_500_000,
        1,
        false,
        interlaced,
        range,
        full,
        false,
        1000,
        colours,
        0);
  }

  private static List<String> join(String before, List<String> input, String after) {
    List<String> arguments = new ArrayList<>(List.of(before.split(" ")));
    arguments.addAll(input);
    arguments.addAll(List.of(after.split(" ")));
    return arguments;
  }

  private static String after(String option, List<String> arguments) {
    return arguments.get(arguments.indexOf(option) + 1);
  }
}
