package aln.drop;

import aln.content.AssetChange;
import aln.content.AssetChanges;
import aln.problems.Problem;
import aln.profiles.Profiles;
import aln.sql.Sql;
import aln.storage.Keys;
import aln.storage.ObjectRef;
import aln.storage.Objects;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What came with a file becomes part of its asset; repeated, it is the same as once. */
@Component
public class Sidecars {

  private static final int LARGEST_METADATA = 64 * 1024;
  private static final int LARGEST_CAPTIONS = 5 * 1024 * 1024;
  private static final int LARGEST_POSTER = 20 * 1024 * 1024;

  private final Sql sql;
  private final Objects objects;
  private final AssetChanges changes;
  private final Profiles profiles;
  private final Removals removals;
  private final YAMLMapper yaml =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  public Sidecars(
      Sql sql, Objects objects, AssetChanges changes, Profiles profiles, Removals removals) {
    this.sql = sql;
    this.objects = objects;
    this.changes = changes;
    this.profiles = profiles;
    this.removals = removals;
  }

  /**
   * @throws Problem 422 for what is no YAML, or says what no asset can have
   */
  public Metadata read(DropFile sidecar) {
    byte[] text = content(sidecar, LARGEST_METADATA);
    try {
      return Optional.ofNullable(yaml.readValue(text, Metadata.class))
          .orElseThrow(() -> Metadata.bad("it is empty"))
          .checked();
    } catch (UnrecognizedPropertyException unknown) {
      throw Metadata.bad(
          "%s is none of %s".formatted(unknown.getPropertyName(), unknown.getKnownPropertyIds()));
    } catch (JsonProcessingException broken) {
      var place = broken.getLocation();
      throw Metadata.bad(
          "it is no YAML of title, description, visibility and profile"
              + (place == null ? "" : ", from line " + place.getLineNr() + " on"));
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * @throws Problem 400 for an unknown profile, 404 when the asset was deleted meanwhile
   */
  @Transactional
  public void describe(Drop drop, Metadata told) {
    if (told.profile() != null) {
      sql.statement("drop/choose-profile")
          .param("asset", drop.asset())
          .param("profile", profiles.choose(told.profile()))
          .update();
    }
    changes.apply(
        drop.caller(),
        drop.asset(),
        new AssetChange(told.title(), told.description(), told.visibility()));
  }

  /** Keeps captions beside the source, as they came. */
  public void keepCaptions(Drop drop, DropFile sidecar) {
    checkSize(sidecar, LARGEST_CAPTIONS);
    removals.copy(sidecar, Keys.captions(drop.owner(), drop.asset()));
  }

  /**
   * Makes a picture the poster, as {@link PosterPicture} draws it. The row comes first: the sweeper
   * would take a poster that no row refers to.
   *
   * @throws Problem 422 when it is no picture
   */
  public void setPoster(Drop drop, DropFile sidecar) {
    byte[] poster = PosterPicture.of(content(sidecar, LARGEST_POSTER));
    String prefix =
        Keys.outputPrefix(
            drop.owner(), drop.asset(), 0, "own-poster-0", sidecar.modified().toEpochMilli());
    var place = new ObjectRef(Keys.TRANSCODED, prefix + "poster.jpg");
    sql.statement("drop/set-poster")
        .param("asset", drop.asset())
        .param("key", place.key())
        .update();
    objects.put(place, poster, "image/jpeg");
  }

  private byte[] content(DropFile sidecar, int largest) {
    checkSize(sidecar, largest);
    var bytes = new ByteArrayOutputStream((int) sidecar.size());
    objects.read(sidecar.key().ref(), bytes);
    return bytes.toByteArray();
  }

  private static void checkSize(DropFile sidecar, int largest) {
    if (sidecar.size() > largest) {
      throw Problem.of(
          413,
          "sidecar-too-large",
          "It has %d bytes; what comes with a file has up to %d. Make it smaller and drop it again under the same name."
              .formatted(sidecar.size(), largest));
    }
  }
}
