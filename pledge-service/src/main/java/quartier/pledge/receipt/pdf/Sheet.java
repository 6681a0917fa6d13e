package quartier.pledge.receipt.pdf;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import quartier.pledge.receipt.Language;

/**
 * A page under way: built as a tree, so that nothing that somebody wrote is ever taken for markup, and printed as tagged
 * PDF (PDF/UA). Its one font is embedded; a sign that it lacks is printed as #.
 */
final class Sheet {

    /** Of PDFBox, under the SIL Open Font License. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final String STYLE = """
            @page { size: A4; margin: 20mm 18mm; @bottom-right { content: counter(page) " / " counter(pages);
                    font-family: 'Liberation Sans'; font-size: 8pt } }
            @page wide { size: A4 landscape }
            body { font-family: 'Liberation Sans'; font-size: 10pt; line-height: 1.4; color: #111 }
            body.wide { page: wide; font-size: 8pt }
            h1 { font-size: 17pt; line-height: 1.2; margin: 0 0 5mm }
            h2 { font-size: 12pt; margin: 5mm 0 1mm; border-bottom: 1px solid #555 }
            p { margin: 0 0 2.5mm }
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate }
            th, td { text-align: left; vertical-align: top; padding: 0.8mm 2mm 0.8mm 0; font-weight: normal }
            th { color: #333 } .fields th { width: 38% }
            .rows th, .rows td { border-bottom: 1px solid #bbb } .number { text-align: right }
            .important { border: 1px solid #111; padding: 2.5mm }
            """;

    private final Document document;
    private final Element body;

    Sheet(Language language, String title) {
        try {
            document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible); // nothing was configured
        }
        Element html = document.createElement("html");
        html.setAttribute("lang", language.locale().getLanguage());
        document.appendChild(html);
        Element head = add(html, "head");
        add(head, "title").setTextContent(title);
        Element subject = add(head, "meta");
        subject.setAttribute("name", "subject");
        subject.setAttribute("content", title);
        add(head, "style").setTextContent(STYLE);
        body = add(html, "body");
        add(body, "h1").setTextContent(title);
    }

    Sheet wide() {
        body.setAttribute("class", "wide");
        return this;
    }

    Sheet heading(String text) {
        add(body, "h2").setTextContent(text);
        return this;
    }

    Sheet paragraph(String text) {
        add(body, "p").setTextContent(text);
        return this;
    }

    Sheet important(String text) {
        Element paragraph = add(body, "p");
        paragraph.setAttribute("class", "important");
        paragraph.setTextContent(text);
        return this;
    }

    Rows fields() {
        Element table = add(body, "table");
        table.setAttribute("class", "fields");
        return new Rows(add(table, "tbody"));
    }

    Rows table(Iterable<String> headers) {
        Element table = add(body, "table");
        table.setAttribute("class", "rows");
        Element row = add(add(table, "thead"), "tr");
        for (String header : headers) {
            Element cell = add(row, "th");
            cell.setAttribute("scope", "col");
            cell.setTextContent(header);
        }
        return new Rows(add(table, "tbody"));
    }

    /** The rows of a table. */
    final class Rows {

        private final Element rows;

        private Rows(Element rows) {
            this.rows = rows;
        }

        Rows field(String label, String value) {
            Element row = add(rows, "tr");
            Element header = add(row, "th");
            header.setAttribute("scope", "row");
            header.setTextContent(label);
            add(row, "td").setTextContent(value);
            return this;
        }

        Cells row() {
            return new Cells(add(rows, "tr"));
        }
    }

    /** The cells of a row. */
    final class Cells {

        private final Element row;

        private Cells(Element row) {
            this.row = row;
        }

        void text(String text) {
            add(row, "td").setTextContent(text);
        }

        void number(String text) {
            Element cell = add(row, "td");
            cell.setAttribute("class", "number");
            cell.setTextContent(text);
        }
    }

    byte[] print() {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .useFont(Sheet::font, "Liberation Sans")
                    .withProducer("Quartier")
                    .withW3cDocument(document, "")
                    .toStream(pdf)
                    .run();
        } catch (IOException unprintable) {
            throw new UncheckedIOException(unprintable);
        }
        return pdf.toByteArray();
    }

    private static InputStream font() {
        return Objects.requireNonNull(Sheet.class.getResourceAsStream(FONT), FONT);
    }

    private Element add(Element parent, String name) {
        Element child = document.createElement(name);
        parent.appendChild(child);
        return child;
    }
}
