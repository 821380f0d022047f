package aln.media.pictures;

import aln.media.BadOutput;
import aln.media.plan.MakePreview;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether a preview is what it has to be. */
@Component
public class Previews {

  /** Seconds that none is longer than. */
  private static final double LONGEST = 6;

  /** How many clips it is cut from, at most. */
  public static final int PLACES = 4;

  private final ObjectMapper json;

  public Previews(ObjectMapper json) {
    this.json = json;
  }

  /** Where it is cut from. */
  public List<Footage.Clip> clips(Footage footage) {
    return footage.spread(PLACES);
  }

  /**
   * The file, when it holds one picture track of the wanted size, no sound, and is short.
   *
   * @param probed what {@link PictureCommands#forPreviewCheck} said
   * @throws BadOutput when not
   */
  public File verify(MakePreview spec, String probed, File directory) {
    JsonNode found = read(probed);
    JsonNode streams = found.path("streams");
    JsonNode picture = streams.path(0);
    boolean fits =
        streams.size() == 1
            && picture.path("codec_name").asText().equals("h264")
            && picture.path("width").asInt() == spec.width()
            && picture.path("height").asInt() == spec.height()
            && found.path("format").path("duration").asDouble(LONGEST + 1) <= LONGEST;
    if (!fits) {
      throw new BadOutput("The preview is not what was planned: " + found);
    }
    return new File(directory, PictureCommands.PREVIEW);
  }

  private JsonNode read(String probed) {
    try {
      return json.readTree(probed);
    } catch (JsonProcessingException broken) {
      throw new BadOutput("ffprobe did not understand the preview", broken);
    }
  }
}
