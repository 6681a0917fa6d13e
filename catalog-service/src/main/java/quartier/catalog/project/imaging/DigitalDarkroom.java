package quartier.catalog.project.imaging;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import org.springframework.stereotype.Component;
import quartier.catalog.project.Darkroom;
import quartier.catalog.project.Darkroom.Developed.Prints;
import quartier.catalog.project.Darkroom.Developed.Undeveloped;

/**
 * Decodes with the JDK's readers, and a WebP one beside them. The header's dimensions are looked at before a pixel is
 * unpacked; big pictures are read with gaps, so that what stands in memory is never more than four times a large print;
 * two at a time at most. What is written knows pixels only: no position, no camera, no comment, no second file behind it.
 */
@Component
final class DigitalDarkroom implements Darkroom {

    private static final long MOST_PIXELS = 50_000_000;
    private static final int LONGEST_SIDE = 20_000;
    private static final float QUALITY = 0.84f;
    private final Semaphore tables = new Semaphore(2);

    DigitalDarkroom() {
        // On disk it would only be slower.
        ImageIO.setUseCache(false);
    }

    @Override
    public Developed develop(byte[] file) {
        Optional<String> format = formatOf(file);
        if (format.isEmpty()) {
            return new Undeveloped(Fault.NOT_A_PICTURE);
        }
        tables.acquireUninterruptibly();
        try {
            return develop(file, format.get());
        } catch (IOException | RuntimeException broken) {
            // The readers answer malformed files with exceptions of many kinds; each of them means the same here.
            return new Undeveloped(Fault.UNREADABLE);
        } finally {
            tables.release();
        }
    }

    /** By the first bytes: a name or a declared type proves nothing. */
    private static Optional<String> formatOf(byte[] file) {
        if (startsWith(file, 0, 0xFF, 0xD8, 0xFF)) {
            return Optional.of("jpeg");
        }
        if (startsWith(file, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return Optional.of("png");
        }
        return startsWith(file, 0, 'R', 'I', 'F', 'F') && startsWith(file, 8, 'W', 'E', 'B', 'P')
                ? Optional.of("webp")
                : Optional.empty();
    }

    private static boolean startsWith(byte[] file, int from, int... octets) {
        return file.length >= from + octets.length
                && Arrays.equals(file, from, from + octets.length, bytes(octets), 0, octets.length);
    }

    private static byte[] bytes(int... octets) {
        byte[] bytes = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            bytes[i] = (byte) octets[i];
        }
        return bytes;
    }

    private static Developed develop(byte[] file, String format) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        ImageReader reader = readers.next();
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(stream, true, false);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width < 1 || height < 1) {
                return new Undeveloped(Fault.UNREADABLE);
            }
            if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
                return new Undeveloped(Fault.TOO_MANY_PIXELS);
            }
            ImageReadParam sparse = reader.getDefaultReadParam();
            int gap = Math.max(1, Math.max(width, height) / (2 * LARGE));
            sparse.setSourceSubsampling(gap, gap, 0, 0);
            BufferedImage raw = reader.read(0, sparse);
            BufferedImage upright = format.equals("jpeg") ? Orientation.of(file).turn(raw) : raw;
            BufferedImage large = fit(upright, LARGE);
            return new Prints(jpeg(large), jpeg(fit(large, SMALL)), large.getWidth(), large.getHeight());
        } finally {
            reader.dispose();
        }
    }

    /** Never larger than it was; on white where it was transparent. Halved as often as can be, so that lines stay smooth. */
    private static BufferedImage fit(BufferedImage picture, int side) {
        BufferedImage at = picture;
        double scale = Math.min(1.0, (double) side / Math.max(at.getWidth(), at.getHeight()));
        int width = Math.max(1, (int) Math.round(at.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(at.getHeight() * scale));
        while (at.getWidth() > 2 * width && at.getHeight() > 2 * height) {
            at = scaled(at, at.getWidth() / 2, at.getHeight() / 2);
        }
        return scaled(at, width, height);
    }

    private static BufferedImage scaled(BufferedImage picture, int width, int height) {
        var print = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = print.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        return print;
    }

    private static byte[] jpeg(BufferedImage picture) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), quality);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
