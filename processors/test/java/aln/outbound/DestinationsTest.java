package aln.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationsTest {

  private final Destinations strict = destinations(List.of());

  private static Destinations destinations(List<String> allow) {
    return new Destinations(new OutboundSettings(allow), DestinationsTest::find);
  }

  /** A name service that knows few names; literals as the JDK reads them. */
  private static InetAddress[] find(String host) throws UnknownHostException {
    return switch (host) {
      case "films.example" -> addresses("93.184.215.14");
      case "inside.example" -> addresses("10.1.2.3");
      case "both.example" -> addresses("93.184.215.14", "fd00::1");
      case "localhost" -> addresses("127.0.0.1", "::1");
      default -> host.matches("[0-9.]+|.*:.*") ? addresses(host) : none(host);
    };
  }

  private static InetAddress[] addresses(String... texts) throws UnknownHostException {
    var found = new InetAddress[texts.length];
    for (int i = 0; i < texts.length; i++) {
      found[i] = InetAddress.getByName(texts[i]);
    }
    return found;
  }

  private static InetAddress[] none(String host) throws UnknownHostException {
    throw new UnknownHostException(host);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          https://films.example/a.mp4,                https://films.example/a.mp4
          ' HTTP://Films.Example:80/a b.mp4#t=3 ',    http://films.example/a%20b.mp4
          https://films.example/a%20b.mp4?x=%2F&y=é,  https://films.example/a%20b.mp4?x=%2F&y=%C3%A9
          https://müller.example/ü.mp4,               https://xn--mller-kva.example/%C3%BC.mp4
          https://films.example:8443/../x,            https://films.example:8443/x
          http://93.184.215.14/a.mp4,                 http://93.184.215.14/a.mp4
          http://[2606:4700::1111]/a.mp4,             http://[2606:4700::1111]/a.mp4
          """)
  void readsWhatPeoplePasteAsBrowsersDo(String text, URI expected) {
    assertThat(strict.read(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "film.mp4",
        "//films.example/a",
        "ftp://films.example/a",
        "file:///etc/passwd",
        "gopher://films.example/",
        "data:video/mp4;base64,AAAA",
        "jar:http://films.example/a!/",
        "https://",
        "https://amina:secret@films.example/a",
        "https://films.example@10.0.0.1/",
        "http://films.example:22/a",
        "http://films.example:6553600/a",
        "http://2130706433/",
        "http://017700000001/",
        "http://0177.0.0.1/",
        "http://0x7f000001/",
        "http://0x7f.1/",
        "http://127.1/",
        "http://10.66051/",
        "http://127.0.0.01/",
        "http://[fe80::1%25eth0]/"
      })
  void refusesWhatIsNoPlainWebAddress(String text) {
    assertThatThrownBy(() -> strict.read(text))
        .isInstanceOf(AddressRefused.class)
        .extracting(each -> ((AddressRefused) each).code())
        .isEqualTo("address-invalid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://127.0.0.1:9001/raw-assets",
        "http://１２７.０.０.１/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://localhost/",
        "http://LOCALHOST:8080/",
        "http://localhost./",
        "http://hub.localhost/"
      })
  void refusesWhatIsNotPublicByItsVeryText(String text) {
    assertThatThrownBy(() -> strict.read(text))
        .isInstanceOf(AddressRefused.class)
        .hasMessageContaining("is not a public address")
        .extracting(each -> ((AddressRefused) each).code())
        .isEqualTo("address-not-public");
  }

  @Test
  void aNameIsHeldAgainstWhereItLeads() throws Exception {
    assertThat(strict.resolve("films.example")).containsExactly(addresses("93.184.215.14"));
    assertThatThrownBy(() -> strict.resolve("inside.example")).isInstanceOf(AddressRefused.class);
    assertThatThrownBy(() -> strict.resolve("both.example")).isInstanceOf(AddressRefused.class);
    assertThatThrownBy(() -> strict.resolve("nobody.example"))
        .isInstanceOf(UnknownHostException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://10.0.0.1/", "//[::1]/a", "http://u:p@films.example/", "ftp://x/"})
  void isSentOnOnlyWhereItMayGoByItself(String location) {
    assertThatThrownBy(() -> strict.redirected(URI.create("https://films.example/a"), location))
        .isInstanceOf(AddressRefused.class);
  }

  @Test
  void isSentOnWithinAHost() {
    URI from = URI.create("https://films.example/a/b");
    assertThat(strict.redirected(from, "../c?d#e"))
        .isEqualTo(URI.create("https://films.example/c?d"));
    assertThatThrownBy(() -> strict.redirected(from, null)).isInstanceOf(AddressRefused.class);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.0/8, http://127.0.0.1:9001/",
    "127.0.0.1, http://127.0.0.1/",
    "fd00::/8, http://[fd00::1]/",
    "localhost, http://localhost:81/"
  })
  void theOperatorMayNameNetworksAndHosts(String allow, String address) {
    assertThat(destinations(List.of(allow)).read(address)).isEqualTo(URI.create(address));
    assertThatThrownBy(() -> destinations(List.of(allow)).read("http://10.0.0.1/"))
        .isInstanceOf(AddressRefused.class);
  }

  @Test
  void anAllowedHostMayBeAnywhere() throws Exception {
    assertThat(destinations(List.of("", " Inside.example ")).resolve("inside.example")).hasSize(1);
    assertThat(destinations(List.of("10.1.0.0/16")).resolve("inside.example")).hasSize(1);
    assertThatThrownBy(() -> destinations(List.of("10.2.0.0/16")).resolve("inside.example"))
        .isInstanceOf(AddressRefused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/40", "http://x", "a b", "10.0.0"})
  void aWrongSettingEndsTheStart(String entry) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> destinations(List.of(entry)))
        .withMessageContaining("ALN_OUTBOUND_ALLOW")
        .withMessageContaining(entry);
  }
}
