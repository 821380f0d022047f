package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * A DASH presentation (ISO/IEC 23009-1) as a player fetches it.
 *
 * @param mpd its root
 * @param pieces of each representation: the initialisation section and every segment
 */
record Dash(Element mpd, Map<String, List<URI>> pieces) {

  static Dash of(URI address) {
    Answer answer = Http.get(address).expect(200);
    assertThat(answer.header("Content-Type")).startsWith("application/dash+xml");
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    Element mpd = parsed(answer.text());
    Map<String, List<URI>> pieces = new LinkedHashMap<>();
    for (Element representation : all(mpd, "Representation")) {
      pieces.put(representation.getAttribute("id"), pieces(address, representation));
    }
    return new Dash(mpd, pieces);
  }

  boolean grows() {
    return mpd.getAttribute("type").equals("dynamic");
  }

  /** How many segments each representation has. */
  List<Integer> segments() {
    return pieces.values().stream().map(each -> each.size() - 1).toList();
  }

  static List<Element> all(Element in, String name) {
    NodeList found = in.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static List<URI> pieces(URI address, Element representation) {
    String id = representation.getAttribute("id");
    Element template = all(representation, "SegmentTemplate").get(0);
    String media = template.getAttribute("media").replace("$RepresentationID$", id);
    List<URI> pieces = new ArrayList<>();
    pieces.add(
        address.resolve(template.getAttribute("initialization").replace("$RepresentationID$", id)));
    int number = Integer.parseInt(template.getAttribute("startNumber"));
    for (Element stretch : all(template, "S")) {
      String again = stretch.getAttribute("r");
      for (int i = 0; i <= (again.isEmpty() ? 0 : Integer.parseInt(again)); i++) {
        pieces.add(address.resolve(media.replace("$Number$", Integer.toString(number++))));
      }
    }
    return pieces;
  }

  private static Element parsed(String text) {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(text)))
          .getDocumentElement();
    } catch (Exception e) {
      throw new AssertionError(text, e);
    }
  }
}
