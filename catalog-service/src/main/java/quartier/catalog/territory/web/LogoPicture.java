package quartier.catalog.territory.web;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Makes a small PNG of an uploaded picture, so that nothing of the file itself is ever served. What it is, is read from
 * its bytes; its size is read before it is unpacked.
 */
final class LogoPicture {

    private static final Set<String> FORMATS = Set.of("png", "jpeg", "jpg");
    private static final int LONGEST_EDGE_READ = 4_000;
    private static final int WIDEST = 480;
    private static final int HIGHEST = 160;

    private LogoPicture() {}

    /** Empty when it is no PNG or JPEG picture of up to 4,000 pixels each way. */
    static Optional<byte[]> smallPng(byte[] uploaded) {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(uploaded))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                return FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))
                        ? small(reader, stream)
                        : Optional.empty();
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException noPicture) {
            // The readers of the JDK throw any of these at a file that was tampered with.
            return Optional.empty();
        }
    }

    private static Optional<byte[]> small(ImageReader reader, ImageInputStream stream) throws IOException {
        reader.setInput(stream, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width < 1 || height < 1 || width > LONGEST_EDGE_READ || height > LONGEST_EDGE_READ) {
            return Optional.empty();
        }
        double scale = Math.min(1, Math.min((double) WIDEST / width, (double) HIGHEST / height));
        var small = new BufferedImage(
                Math.max(1, (int) (width * scale)), Math.max(1, (int) (height * scale)), BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = small.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.drawImage(reader.read(0), 0, 0, small.getWidth(), small.getHeight(), null);
        canvas.dispose();
        var png = new ByteArrayOutputStream();
        ImageIO.write(small, "png", png);
        return Optional.of(png.toByteArray());
    }
}
