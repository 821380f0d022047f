package aln.storage;

import io.minio.PostPolicy;
import io.minio.credentials.StaticProvider;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * HTML forms that take bytes, at the store's public endpoint (POST Object with a policy, AWS
 * Signature Version 4). Signing is calculation only. A validity is at most seven days.
 */
public final class FormPresigner {

  private final StoreConnection store;

  FormPresigner(StoreConnection store) {
    this.store = store;
  }

  /**
   * An HTML form that takes one file (POST Object).
   *
   * @param url its action
   * @param fields to be sent before the file, whose field is named {@code file}
   */
  public record Form(URI url, Map<String, String> fields) {}

  /**
   * To bring an object with an HTML form.
   *
   * @param largest bytes; fewer are taken too, but not none
   */
  public Form form(ObjectRef ref, String contentType, long largest, Duration validity) {
    var policy = new PostPolicy(ref.bucket(), ZonedDateTime.now(ZoneOffset.UTC).plus(validity));
    policy.addEqualsCondition("key", ref.key());
    policy.addEqualsCondition("Content-Type", contentType);
    policy.addContentLengthRangeCondition(1L, largest);
    try {
      var credentials = new StaticProvider(store.accessKey(), store.secretKey(), null).fetch();
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("key", ref.key());
      fields.put("Content-Type", contentType);
      fields.putAll(new TreeMap<>(policy.formData(credentials, store.region())));
      return new Form(store.publicEndpoint().resolve("/" + ref.bucket()), fields);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign a form for " + ref, e);
    }
  }
}
