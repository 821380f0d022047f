package aln.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** An answer whose body has not been read yet. Closing it ends the connection at once. */
public final class OutboundResponse implements AutoCloseable {

  private final URI address;
  private final ClassicHttpResponse response;
  private final OutboundCall call;

  OutboundResponse(URI address, ClassicHttpResponse response, OutboundCall call) {
    this.address = address;
    this.response = response;
    this.call = call;
  }

  /** Who answered, after redirects. */
  public URI address() {
    return address;
  }

  public int status() {
    return response.getCode();
  }

  /** The first header of this name, or null. */
  public @Nullable String header(String name) {
    Header found = response.getFirstHeader(name);
    return found == null ? null : found.getValue();
  }

  /**
   * The bytes as they come, neither decoded nor counted: read no more than is wanted. Reading
   * throws an IOException when the other side breaks off, is silent for too long, or the call's
   * time is over.
   */
  public InputStream body() throws IOException {
    HttpEntity entity = response.getEntity();
    return entity == null ? InputStream.nullInputStream() : entity.getContent();
  }

  @Override
  public void close() {
    call.close();
  }
}
