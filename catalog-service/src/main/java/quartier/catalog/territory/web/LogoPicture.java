package quartier.catalog.territory.web;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Makes a small PNG of an uploaded picture, so that nothing of the file itself is ever served. What it is, is read from
 * its bytes; its size is read before it is unpacked, and what is large is unpacked with gaps.
 */
final class LogoPicture {

    private static final Set<String> FORMATS = Set.of("png", "jpeg", "jpg");
    private static final int MOST_BYTES = 1024 * 1024;
    private static final int LONGEST_EDGE_READ = 4_000;
    private static final int WIDEST = 480;
    private static final int HIGHEST = 160;

    /** What came of a file. */
    sealed interface Drawn {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Png(byte[] bytes) implements Drawn {}

    /** @param code of the field's problem */
    record Unfit(String code) implements Drawn {}

    private LogoPicture() {}

    /** A drawing, which may carry scripts, is no picture here: PNG and JPEG only. */
    static Drawn draw(byte[] uploaded) {
        if (uploaded.length > MOST_BYTES) {
            return new Unfit("logo-too-large");
        }
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(uploaded))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return new Unfit("no-picture");
            }
            ImageReader reader = readers.next();
            try {
                return FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))
                        ? small(reader, stream)
                        : new Unfit("no-picture");
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            // The readers of the JDK answer files that were tampered with by exceptions of many kinds.
            return new Unfit("picture-unreadable");
        }
    }

    private static Drawn small(ImageReader reader, ImageInputStream stream) throws IOException {
        reader.setInput(stream, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width < 1 || height < 1) {
            return new Unfit("picture-unreadable");
        }
        if (width > LONGEST_EDGE_READ || height > LONGEST_EDGE_READ) {
            return new Unfit("logo-too-many-pixels");
        }
        double scale = Math.min(1, Math.min((double) WIDEST / width, (double) HIGHEST / height));
        ImageReadParam sparse = reader.getDefaultReadParam();
        int gap = Math.max(1, (int) (0.5 / scale));
        sparse.setSourceSubsampling(gap, gap, 0, 0);
        var small = new BufferedImage(
                Math.max(1, (int) (width * scale)), Math.max(1, (int) (height * scale)), BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = small.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.drawImage(reader.read(0, sparse), 0, 0, small.getWidth(), small.getHeight(), null);
        canvas.dispose();
        var png = new ByteArrayOutputStream();
        ImageIO.write(small, "png", png);
        return new Png(png.toByteArray());
    }
}
