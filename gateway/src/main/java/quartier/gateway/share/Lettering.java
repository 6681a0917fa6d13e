package quartier.gateway.share;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Draws letters as shapes, from the font that comes with PDFBox (Liberation Sans, SIL Open Font License): a server needs
 * no fonts of its own.
 */
final class Lettering {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final int unitsPerEm;

    Lettering() {
        try (InputStream file = file()) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            glyphs = font.getUnicodeCmapLookup();
            unitsPerEm = font.getUnitsPerEm();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static InputStream file() {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT);
    }

    /** Without what the font has no letter for, such as emoji. */
    String printable(String text) {
        var printable = new StringBuilder();
        text.codePoints()
                .map(point -> Character.isWhitespace(point) ? ' ' : point)
                .filter(point -> glyphs.getGlyphId(point) != 0)
                .forEach(printable::appendCodePoint);
        return printable.toString().strip();
    }

    /** At most so many lines of at most this width; the last one ends with an ellipsis where more would follow. */
    List<String> lines(String text, double size, double width, int most) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : printable(text).split(" +", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || width(longer, size) <= width) {
                line = longer;
            } else if (lines.size() == most - 1) {
                lines.add(shortened(line + "…", size, width));
                return lines;
            } else {
                lines.add(shortened(line, size, width));
                line = word;
            }
        }
        lines.add(shortened(line, size, width));
        return lines;
    }

    private String shortened(String line, double size, double width) {
        String fits = line;
        while (width(fits, size) > width && fits.length() > 2) {
            fits = fits.substring(0, fits.length() - 2) + "…";
        }
        return fits;
    }

    double width(String text, double size) {
        return text.codePoints().mapToDouble(this::advance).sum() * size / unitsPerEm;
    }

    void draw(Graphics2D picture, String text, double x, double y, double size) {
        double at = x;
        double scale = size / unitsPerEm;
        for (int point : text.codePoints().toArray()) {
            var place = new AffineTransform(scale, 0, 0, -scale, at, y);
            picture.fill(place.createTransformedShape(outline(point)));
            at += advance(point) * scale;
        }
    }

    private java.awt.Shape outline(int point) {
        try {
            return Objects.requireNonNull(font.getGlyph().getGlyph(glyphs.getGlyphId(point)))
                    .getPath();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private int advance(int point) {
        try {
            return font.getAdvanceWidth(glyphs.getGlyphId(point));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
