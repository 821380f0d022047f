package aln.outbound;

/**
 * The hub sends no request there, now or later. Its message is for whoever named the address: what
 * is wrong with it and what to do next; it tells nothing about the hub's own network.
 */
public final class AddressRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final String words;

  AddressRefused(String code, String message) {
    super(message, null, false, false);
    this.code = code;
    this.words = message;
  }

  @Override
  public String getMessage() {
    return words;
  }

  /** Not of the form that the hub takes. */
  static AddressRefused invalid(String message) {
    return new AddressRefused("address-invalid", message);
  }

  /** Of the right form, but not in a public network. */
  static AddressRefused notPublic(String host) {
    return new AddressRefused(
        "address-not-public",
        "%s is not a public address, and the hub asks no other. Name an address that everybody on the internet can reach."
            .formatted(host));
  }

  /** {@code address-invalid}, {@code address-not-public} or {@code redirects-refused}; stable. */
  public String code() {
    return code;
  }
}
