package aln.drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aln.storage.Keys;
import aln.storage.ObjectRef;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of files in the drop folder of any store; the flows run as they are shipped. */
abstract class DropContract extends DroppedFiles {

  @Test
  void becomeTheWorksOfTheAccountThatTheFolderNames() {
    drop(email + "/wedding/Day 1/dance.mp4", "a film");
    drop(owner + "/song.flac", "a song");
    await().atMost(LONG).until(() -> uploaded() == 2);

    UUID film = asset("dance.mp4");
    assertThat(text("select title || ' ' || content_type from asset where id = ?", film))
        .isEqualTo("dance video/mp4");
    assertThat(read(Keys.source(owner, film))).isEqualTo("a film");
    assertThat(text("select method || ' ' || state from upload where asset_id = ?", film))
        .isEqualTo("drop complete");
    assertThat(announced(film)).isEqualTo(1);
    await().until(() -> waiting(email + "/").isEmpty() && waiting(owner + "/").isEmpty());
  }

  @Test
  void areTakenInTheOrderOfTheirNames() {
    List<String> names =
        IntStream.range(0, 40).mapToObj(i -> "IMG_%04d.cr3".formatted(i * 7 % 40)).toList();
    database
        .sql("update drop_watch set holder = 'us', lease_until = now() + interval '1h'")
        .update();
    names.forEach(name -> drop(owner + "/" + name, "picture " + name));
    await().atMost(LONG).until(() -> settled(owner + "/") == 40);
    database.sql("update drop_watch set lease_until = now()").update();
    await().atMost(LONG).until(() -> uploaded() == 40);
    assertThat(
            database
                .sql("select filename from asset where owner_id = ? order by created_at, id")
                .params(owner)
                .query(String.class)
                .list())
        .isSorted();
  }

  @Test
  void areLeftAloneWhileSomebodyWritesThem() {
    drop(owner + "/film.mp4.part", "half a film");
    drop(owner + "/.hidden/film.mp4", "a film");
    drop(owner + "/folder/", "");
    drop(owner + "/other.mp4", "a film");
    await().atMost(LONG).until(() -> uploaded() == 1);
    assertThat(waiting(owner + "/"))
        .contains(owner + "/film.mp4.part", owner + "/.hidden/film.mp4");
    assertThat(text("select count(*) from asset where owner_id = ?", owner)).isEqualTo("1");
  }

  @Test
  void bringTheirSidecarsAlong() throws IOException {
    drop(owner + "/film.yaml", "title: The Dance\nvisibility: unlisted\nprofile: fast\n");
    drop(owner + "/film.srt", "1\n00:00:00,000 --> 00:00:01,000\nHello\n");
    drop(owner + "/film.jpg", picture(3000, 1500));
    drop(owner + "/film.mp4", "a film");
    await().atMost(LONG).until(() -> uploaded() == 1);
    await().until(() -> waiting(owner + "/").isEmpty());

    UUID film = asset("film.mp4");
    assertThat(text("select title || visibility || profile from asset where id = ?", film))
        .isEqualTo("The Danceunlistedfast");
    assertThat(read(Keys.captions(owner, film))).contains("Hello");
    assertThat(poster(film)).extracting(BufferedImage::getWidth).isEqualTo(1920);
    assertThat(text("select count(*) from asset where owner_id = ?", owner)).isEqualTo("1");
  }

  @Test
  void areFoundByTheirSidecarsLater() throws IOException {
    drop(owner + "/film.mp4", "a film");
    await().atMost(LONG).until(() -> uploaded() == 1);
    UUID film = asset("film.mp4");

    drop(owner + "/film.yml", "description: At last\n");
    drop(owner + "/film.png", picture(64, 32));
    await()
        .atMost(LONG)
        .until(() -> text("select description from asset where id = ?", film).equals("At last"));
    await().until(() -> waiting(owner + "/").isEmpty());
    assertThat(text("select title from asset where id = ?", film)).isEqualTo("film");
    assertThat(poster(film)).extracting(BufferedImage::getWidth).isEqualTo(64);
    assertThat(uploaded()).as("the picture is no work of its own").isEqualTo(1);
  }

  @Test
  void doNotBecomeTwoWhenTheyComeAgain() {
    drop(owner + "/film.mp4", "a film");
    await().atMost(LONG).until(() -> uploaded() == 1 && waiting(owner + "/").isEmpty());
    drop(owner + "/film.mp4", "a film");
    await().atMost(LONG).until(() -> waiting(owner + "/").isEmpty());
    assertThat(uploaded()).isEqualTo(1);

    database.sql("update asset set deleted_at = now() where owner_id = ?").params(owner).update();
    drop(owner + "/film.mp4", "a film");
    await().atMost(LONG).until(() -> uploaded() == 2);
  }

  @Test
  void aRepeatAfterACrashEndsTheSame() {
    drop(owner + "/film.mp4", "a film");
    await().atMost(LONG).until(() -> uploaded() == 1 && waiting(owner + "/").isEmpty());
    UUID film = asset("film.mp4");

    // Copied, not committed: the hub died between the two.
    database.sql("update upload set state = 'open' where asset_id = ?").params(film).update();
    database.sql("update asset set status = 'pending' where id = ?").params(film).update();
    database.sql("delete from outbox where subject = ?").params(film).update();
    drop(owner + "/film.mp4", "a film");
    await().atMost(LONG).until(() -> waiting(owner + "/").isEmpty());

    assertThat(asset("film.mp4")).isEqualTo(film);
    assertThat(text("select status from asset where id = ?", film)).isEqualTo("uploaded");
    assertThat(announced(film)).isEqualTo(1);
  }

  @Test
  void moveAsideWithTheReasonWhenTheyCannotBeTaken() {
    String stranger = "stranger-" + owner + "@example.com";
    drop(stranger + "/film.mp4", "a film");
    drop(owner + "/empty.mp4", "");
    drop(owner + "/deep/notes.txt", "not a film");
    drop(owner + "/bad.yaml", "titel: wrong\n");
    drop(owner + "/bad.mp4", "a film");
    await().atMost(LONG).until(() -> uploaded() == 1);

    Map<String, String> reasons =
        Map.of(
            stranger + "/.rejected/film.mp4", "no account stranger-",
            owner + "/.rejected/empty.mp4", "0 bytes",
            owner + "/.rejected/deep/notes.txt", "text/plain",
            owner + "/.rejected/bad.yaml", "titel is none of");
    reasons.forEach(
        (key, reason) -> {
          await().atMost(LONG).until(() -> exists(key + ".reason.txt") && exists(key));
          assertThat(read(new ObjectRef(Keys.DROP, key + ".reason.txt"))).contains(reason);
        });
    await()
        .until(
            () ->
                waiting(owner + "/").stream().allMatch(key -> key.contains("/.rejected/"))
                    && waiting(stranger + "/").size() == 2);
  }

  @Test
  void areTakenAsFarAsTheQuotaGoes() {
    drop(owner + "/1.mp4", "x".repeat(60_000));
    drop(owner + "/2.mp4", "x".repeat(40_001));
    drop(owner + "/3.mp4", "x".repeat(40_000));
    await().atMost(LONG).until(() -> uploaded() == 2);
    String refused = owner + "/.rejected/2.mp4";
    await().atMost(LONG).until(() -> exists(refused) && exists(refused + ".reason.txt"));
    assertThat(read(new ObjectRef(Keys.DROP, refused + ".reason.txt")))
        .contains("The file has 40001 bytes; of your 100000 bytes there are 40000 left");
    assertThat(text("select storage_used from account where id = ?", owner)).isEqualTo("100000");

    drop(owner + "/1.mp4", "x".repeat(60_000));
    await().atMost(LONG).until(() -> !exists(owner + "/1.mp4"));
    assertThat(exists(owner + "/.rejected/1.mp4")).as("counted once").isFalse();
  }

  @Test
  void areOneWhenTheyLieInBothFoldersOfAnAccount() {
    database
        .sql("update drop_watch set holder = 'us', lease_until = now() + interval '1h'")
        .update();
    drop(email + "/film.mp4", "a film");
    drop(owner + "/film.mp4", "a film");
    await().atMost(LONG).until(() -> settled(email + "/") + settled(owner + "/") == 2);
    database.sql("update drop_watch set lease_until = now()").update();
    await().atMost(LONG).until(() -> waiting(email + "/").isEmpty());
    await().atMost(LONG).until(() -> waiting(owner + "/").isEmpty());
    assertThat(uploaded()).isEqualTo(1);
  }

  @Test
  void waitForTheirFileAndNotForEver() {
    drop(owner + "/early.yaml", "title: Early\n");
    drop(owner + "/marker.mp4", "a film");
    await().atMost(LONG).until(() -> uploaded() == 1);
    assertThat(exists(owner + "/early.yaml")).isTrue();

    drop(owner + "/early.mp4", "a film");
    await().atMost(LONG).until(() -> uploaded() == 2);
    assertThat(text("select title from asset where id = ?", asset("early.mp4"))).isEqualTo("Early");
  }
}
