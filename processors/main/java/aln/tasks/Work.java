package aln.tasks;

import java.io.File;
import java.net.URI;

/**
 * A claimed task on the bench: what one worker does now, and nobody else.
 *
 * @param maxAttempts how many attempts it gets in all
 * @param spec JSON of what is to be done; its record depends on the kind
 * @param source address of the source's bytes, valid for the task's time
 * @param sourceSize bytes
 * @param directory an empty directory of this claim alone, gone after it
 * @param outputPrefix where in the transcoded bucket this attempt writes; ends in a slash
 */
public record Work(
    Claim claim,
    int version,
    int maxAttempts,
    String spec,
    URI source,
    long sourceSize,
    File directory,
    String outputPrefix) {

  boolean isLastAttempt() {
    return claim.attempt() >= maxAttempts;
  }
}
