package aln.operations;

import java.util.Collection;
import java.util.Map;

/** What the database says about the objects of one bucket. */
interface Register {

  String bucket();

  /** A verdict for each key, as of now and in one statement. */
  Map<String, Verdict> judge(Collection<String> keys);
}
