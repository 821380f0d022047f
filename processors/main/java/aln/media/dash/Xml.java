package aln.media.dash;

import java.io.StringWriter;
import java.math.BigDecimal;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document (1.0) as it is written from its beginning to its end. */
final class Xml {

  /** What no document may hold, however it is escaped: labels come from anybody's file. */
  private static final String FORBIDDEN =
      "[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]+";

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter writer;

  Xml() {
    try {
      writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      writer.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException e) {
      throw inMemory(e);
    }
  }

  Xml open(String element) {
    return write(() -> writer.writeStartElement(element));
  }

  /** Of the element that was opened last, before anything is in it. */
  Xml attribute(String name, Object value) {
    return write(() -> writer.writeAttribute(name, allowed(value.toString())));
  }

  /** As xs:duration. */
  Xml duration(String name, long micros) {
    BigDecimal seconds = BigDecimal.valueOf(micros, 6).stripTrailingZeros();
    return attribute(name, "PT" + seconds.toPlainString() + "S");
  }

  Xml words(String words) {
    return write(() -> writer.writeCharacters(allowed(words)));
  }

  /** Ends the element that was opened last. */
  Xml close() {
    return write(writer::writeEndElement);
  }

  /** The whole document. */
  String text() {
    write(writer::writeEndDocument);
    write(writer::flush);
    return text.toString();
  }

  private static String allowed(String text) {
    return text.replaceAll(FORBIDDEN, " ");
  }

  private interface Writing {
    void run() throws XMLStreamException;
  }

  private Xml write(Writing writing) {
    try {
      writing.run();
      return this;
    } catch (XMLStreamException e) {
      throw inMemory(e);
    }
  }

  private static IllegalStateException inMemory(XMLStreamException e) {
    return new IllegalStateException("A document in memory could not be written", e);
  }
}
