package aln.storage;

/** One object's place in the store. */
public record ObjectRef(String bucket, String key) {

  public ObjectRef {
    if (bucket.isBlank() || key.isBlank()) {
      throw new IllegalArgumentException("an object has a bucket and a key");
    }
  }

  @Override
  public String toString() {
    return bucket + "/" + key;
  }
}
