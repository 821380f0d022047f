package aln.testing;

import java.io.File;

/** The schemas of other projects' Kubernetes resources and of compose files. */
public final class Schemas {

  private Schemas() {}

  /** A folder of CustomResourceDefinitions, {@code keda.sh_scaledobjects.yaml} and the like. */
  public static File folder() {
    return new File(Provided.by("ALN_TEST_CRDS"));
  }
}
