package aln.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.ssl.pem.PemContent;

/** The CAs of the JVM and, in addition, those of a PEM file: the same for every server. */
public final class Trust {

  private final KeyStore store;
  private final X509TrustManager manager;

  private Trust(KeyStore store) throws GeneralSecurityException {
    this.store = store;
    this.manager = manager(store);
  }

  /**
   * @param file of certificates in PEM, or empty for the JVM's alone
   * @throws IllegalArgumentException when it cannot be read or holds none
   */
  public static Trust of(String file) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      add(store, "jvm", List.of(manager(null).getAcceptedIssuers()));
      if (!file.isEmpty()) {
        add(store, "own", certificates(file));
      }
      return new Trust(store);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(unreadable(file), e);
    }
  }

  private static List<X509Certificate> certificates(String file) throws IOException {
    try {
      List<X509Certificate> found = PemContent.load(Path.of(file)).getCertificates();
      if (found.isEmpty()) {
        throw new IllegalArgumentException(unreadable(file));
      }
      return found;
    } catch (IllegalStateException noCertificate) {
      throw new IllegalArgumentException(unreadable(file), noCertificate);
    }
  }

  private static String unreadable(String file) {
    return "ALN_TLS_CA names " + file + ", which is no readable file of certificates in PEM";
  }

  private static void add(KeyStore store, String name, List<X509Certificate> certificates)
      throws GeneralSecurityException {
    for (int i = 0; i < certificates.size(); i++) {
      store.setCertificateEntry(name + "-" + i, certificates.get(i));
    }
  }

  private static X509TrustManager manager(@Nullable KeyStore store)
      throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return (X509TrustManager) factory.getTrustManagers()[0];
  }

  /** Tells a client of the store. */
  public X509TrustManager manager() {
    return manager;
  }

  /** Makes connections that trust so. */
  public SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {manager}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same as Spring Boot wants it. */
  public SslBundle bundle() {
    return SslBundle.of(SslStoreBundle.of(null, null, store));
  }
}
