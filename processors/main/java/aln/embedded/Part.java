package aln.embedded;

/**
 * A stand-in server inside this process.
 *
 * @param <C> what its clients need to connect
 */
interface Part<C> {

  /** As a person would call it: "the embedded PostgreSQL". */
  String name();

  /** The setting that replaces it by a real server, with an example. */
  String replacement();

  /** Starts it; returns when it takes connections. Leaves nothing behind when it fails. */
  C start() throws Exception;

  /** Where it listens, known after the start. */
  String address();

  /** Stops it for good; nothing to do when it never started. */
  void stop() throws Exception;
}
