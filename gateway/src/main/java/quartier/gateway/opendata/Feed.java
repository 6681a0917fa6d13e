package quartier.gateway.opendata;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** A list of what is new, as Atom (RFC 4287). */
record Feed(String id, String title, String page, String itself, List<Entry> entries) {

    record Entry(
            String id,
            String title,
            String page,
            Instant at,
            @Nullable String summary,
            @Nullable String html) {}

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    String xml() {
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            element(xml, "id", id);
            element(xml, "title", title);
            element(xml, "updated", updated().toString());
            link(xml, "self", itself);
            link(xml, "alternate", page);
            author(xml);
            for (Entry entry : entries) {
                write(xml, entry);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }

    private Instant updated() {
        return entries.stream().map(Entry::at).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    private static void write(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", entry.id());
        element(xml, "title", entry.title());
        element(xml, "updated", entry.at().toString());
        link(xml, "alternate", entry.page());
        if (entry.summary() != null) {
            element(xml, "summary", entry.summary());
        }
        if (entry.html() != null) {
            xml.writeStartElement("content");
            xml.writeAttribute("type", "html");
            xml.writeCharacters(allowed(entry.html()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void author(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("author");
        element(xml, "name", "Quartier");
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(allowed(text));
        xml.writeEndElement();
    }

    /** Without the control characters that XML has no way to write. */
    static String allowed(String text) {
        return text.replaceAll("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "");
    }
}
