package aln.web;

import aln.storage.StoreConnection;
import java.net.URI;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What the page may load and where it may connect (Content Security Policy, level 3): the hub, by
 * its public name too, and its object store; nothing else. hls.js plays from blobs and works in
 * one; inline styles are the docs' and the player's.
 */
@Component
class PagePolicy {

  private final String media;

  PagePolicy(StoreConnection store, @Value("${aln.public-url}") URI publicUrl) {
    media = origin(publicUrl) + " " + origin(store.publicEndpoint());
  }

  String directives() {
    return String.join(
        "; ",
        List.of(
            "default-src 'self'",
            "base-uri 'self'",
            "object-src 'none'",
            "frame-ancestors 'none'",
            "form-action 'self'",
            "script-src 'self'",
            "worker-src 'self' blob:",
            "style-src 'self' 'unsafe-inline'",
            "font-src 'self' data:",
            "img-src 'self' data: blob: " + media,
            "media-src 'self' blob: " + media,
            "connect-src 'self' " + media));
  }

  private static String origin(URI address) {
    return address.getScheme() + "://" + address.getAuthority();
  }
}
