package quartier.catalog.project.imaging;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held (EXIF tag 274): the one thing of the metadata that is used before all of it is dropped. A file
 * that says nothing of it, or nonsense, stands upright.
 */
record Orientation(int code) {

    private static final int UPRIGHT = 1;
    private static final int TAG = 0x0112;
    private static final int MOST_TAGS = 200;

    static Orientation of(byte[] jpeg) {
        try {
            return new Orientation(find(ByteBuffer.wrap(jpeg)));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException cutOff) {
            return new Orientation(UPRIGHT);
        }
    }

    private static int find(ByteBuffer jpeg) {
        jpeg.position(2);
        while ((jpeg.get() & 0xFF) == 0xFF) {
            int marker = jpeg.get() & 0xFF;
            int length = jpeg.getShort() & 0xFFFF;
            int next = jpeg.position() + length - 2;
            if (marker == 0xE1 && length > 16 && jpeg.getInt(jpeg.position()) == 0x45786966) {
                return inExif(jpeg.slice(jpeg.position() + 6, length - 8));
            }
            if (marker == 0xDA || length < 2) {
                return UPRIGHT;
            }
            jpeg.position(next);
        }
        return UPRIGHT;
    }

    private static int inExif(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int tags = Math.min(tiff.getShort(directory) & 0xFFFF, MOST_TAGS);
        for (int tag = 0; tag < tags; tag++) {
            int entry = directory + 2 + tag * 12;
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                return tiff.getShort(entry + 8);
            }
        }
        return UPRIGHT;
    }

    BufferedImage turn(BufferedImage picture) {
        int w = picture.getWidth();
        int h = picture.getHeight();
        AffineTransform turn = switch (code) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
        if (turn.isIdentity()) {
            return picture;
        }
        boolean lying = code >= 5;
        var upright = new BufferedImage(lying ? h : w, lying ? w : h, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = upright.createGraphics();
        pen.drawImage(picture, turn, null);
        pen.dispose();
        return upright;
    }
}
