package aln.faults;

/** Which way bytes go on a {@link Link}; the client is a process of the hub. */
enum Direction {
  TO_SERVER,
  TO_CLIENT
}
