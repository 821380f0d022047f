package aln.operations;

/** What is to become of an object. */
enum Verdict {
  /** Somebody refers to it, or a worker is about to. */
  WANTED,
  /** Nobody refers to it, and nobody ever will. */
  UNWANTED,
  /** Not this hub's, or of a form that it does not know: none of its business. */
  STRANGE
}
