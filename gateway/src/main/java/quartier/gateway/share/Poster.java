package quartier.gateway.share;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A sheet of A4 for a shop window: what the project is, and a code that leads to its page. Sizes in points. */
final class Poster {

    private static final Color INK = new Color(0x2a, 0x1a, 0x12);
    private static final Color BRICK = new Color(0xb8, 0x3a, 0x20);
    private static final float MARGIN = 56;
    private static final float CODE = 260;
    private static final int QUIET_ZONE = 2;

    /** What stands on it, in the reader's language. */
    record Text(String title, String pitch, String place, String invitation, String address, String language) {}

    private final Lettering letters;

    Poster(Lettering letters) {
        this.letters = letters;
    }

    byte[] print(Text text) {
        try (PDDocument document = new PDDocument();
                InputStream file = Lettering.file()) {
            PDType0Font font = PDType0Font.load(document, file, true);
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            describe(document, text);
            try (var content = new PDPageContentStream(document, page)) {
                draw(content, font, text);
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void describe(PDDocument document, Text text) {
        var about = new PDDocumentInformation();
        about.setTitle(text.title());
        document.setDocumentInformation(about);
        document.getDocumentCatalog().setLanguage(text.language());
    }

    private void draw(PDPageContentStream content, PDType0Font font, Text text) throws IOException {
        float width = PDRectangle.A4.getWidth() - 2 * MARGIN;
        float y = PDRectangle.A4.getHeight() - MARGIN - 20;
        y = lines(content, font, BRICK, 20, y, letters.lines(text.place(), 20, width, 1));
        y = lines(content, font, INK, 44, y - 36, letters.lines(text.title(), 44, width, 4));
        lines(content, font, INK, 20, y - 16, letters.lines(text.pitch(), 20, width, 4));
        float bottom = MARGIN + 70;
        code(content, text.address(), (PDRectangle.A4.getWidth() - CODE) / 2, bottom);
        lines(content, font, BRICK, 26, bottom + CODE + 22, letters.lines(text.invitation(), 26, width, 1));
        lines(content, font, INK, 14, bottom - 24, letters.lines(text.address(), 14, width, 2));
    }

    private static float lines(
            PDPageContentStream content, PDType0Font font, Color colour, float size, float from, List<String> lines)
            throws IOException {
        float y = from;
        for (String line : lines) {
            content.beginText();
            content.setNonStrokingColor(colour);
            content.setFont(font, size);
            content.newLineAtOffset(MARGIN, y);
            content.showText(line);
            content.endText();
            y -= size * 1.25f;
        }
        return y;
    }

    private static void code(PDPageContentStream content, String address, float x, float y) throws IOException {
        BitMatrix dots = dots(address);
        float dot = CODE / dots.getWidth();
        content.setNonStrokingColor(Color.BLACK);
        for (int column = 0; column < dots.getWidth(); column++) {
            for (int row = 0; row < dots.getHeight(); row++) {
                if (dots.get(column, row)) {
                    content.addRect(x + column * dot, y + CODE - (row + 1) * dot, dot, dot);
                }
            }
        }
        content.fill();
    }

    static BitMatrix dots(String address) {
        try {
            return new QRCodeWriter()
                    .encode(
                            address,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.Q,
                                    EncodeHintType.MARGIN,
                                    QUIET_ZONE));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }
}
