package quartier.catalog.project.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quartier.catalog.project.Darkroom.Developed;
import quartier.catalog.project.Darkroom.Developed.Prints;
import quartier.catalog.project.Darkroom.Developed.Undeveloped;
import quartier.catalog.project.Darkroom.Fault;

class DigitalDarkroomTest {

    private final DigitalDarkroom darkroom = new DigitalDarkroom();

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png"})
    void makesTwoJpegPrintsOfAPicture(String format) throws IOException {
        Prints prints = prints(picture(3_000, 1_500, format));

        assertThat(prints.width()).isEqualTo(1_600);
        assertThat(prints.height()).isEqualTo(800);
        assertThat(read(prints.large()).getWidth()).isEqualTo(1_600);
        assertThat(read(prints.small()).getWidth()).isEqualTo(640);
        assertThat(prints.small()).startsWith(0xFF, 0xD8, 0xFF);
    }

    @Test
    void makesNoPictureLargerThanItWas() throws IOException {
        assertThat(prints(picture(300, 200, "png")).width()).isEqualTo(300);
    }

    @Test
    void readsWebP() throws IOException {
        byte[] onePixel = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

        assertThat(prints(onePixel).width()).isEqualTo(1);
    }

    @Test
    void paintsWhiteBehindWhatIsTransparent() throws IOException {
        var clear = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);

        assertThat(new Color(read(prints(file(clear, "png")).large()).getRGB(10, 10)))
                .isEqualTo(Color.WHITE);
    }

    @Test
    void turnsAPictureAsItsCameraWasHeldAndForgetsTheRest() throws IOException {
        byte[] lying = withExif(picture(300, 200, "jpeg"), 6);

        Prints prints = prints(lying);

        assertThat(prints.width()).isEqualTo(200);
        assertThat(prints.height()).isEqualTo(300);
        assertThat(new String(prints.large(), StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif")
                .doesNotContain("secret place");
    }

    @Test
    void keepsNothingThatWasHiddenBehindThePicture() throws IOException {
        byte[] png = picture(40, 40, "png");
        byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        byte[] both = Arrays.copyOf(png, png.length + script.length);
        System.arraycopy(script, 0, both, png.length, script.length);

        assertThat(new String(prints(both).large(), StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
                "<?xml version=\"1.0\"?><svg/>",
                "<script>alert(1)</script>",
                "GIF89a<script>",
                "%PDF-1.7",
                "BM",
                ""
            })
    void refusesWhatIsNoPictureWhateverItIsCalled(String file) {
        assertThat(fault(file.getBytes(StandardCharsets.UTF_8))).isEqualTo(Fault.NOT_A_PICTURE);
    }

    /** Its header alone: were anything allocated for it, it would be ten gigabytes. */
    @Test
    void refusesABombByItsHeader() throws IOException {
        byte[] png = picture(10, 10, "png");
        ByteBuffer.wrap(png).putInt(16, 50_000).putInt(20, 50_000);
        var crc = new CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());

        assertThat(fault(png)).isEqualTo(Fault.TOO_MANY_PIXELS);
    }

    @Test
    void refusesADamagedPicture() throws IOException {
        byte[] cut = Arrays.copyOf(picture(500, 500, "png"), 60);

        assertThat(fault(cut)).isEqualTo(Fault.UNREADABLE);
        assertThat(fault(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0})).isEqualTo(Fault.UNREADABLE);
    }

    private Prints prints(byte[] file) {
        Developed developed = darkroom.develop(file);
        assertThat(developed).isInstanceOf(Prints.class);
        return (Prints) developed;
    }

    private @Nullable Fault fault(byte[] file) {
        return darkroom.develop(file) instanceof Undeveloped(Fault fault) ? fault : null;
    }

    private static byte[] picture(int width, int height, String format) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillRect(0, 0, width / 2, height);
        pen.dispose();
        return file(picture, format);
    }

    private static byte[] file(BufferedImage picture, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }

    private static BufferedImage read(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    /** An APP1 segment with one tag, and a text that nobody is to read. */
    private static byte[] withExif(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(60);
        exif.put((byte) 0xFF).put((byte) 0xE1).putShort((short) 58);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.putShort((short) 0x4D4D).putShort((short) 42).putInt(8);
        exif.putShort((short) 1);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        exif.putShort((short) 0).putInt(0).put("secret place".getBytes(StandardCharsets.US_ASCII));
        byte[] all = new byte[jpeg.length + 60];
        System.arraycopy(jpeg, 0, all, 0, 2);
        System.arraycopy(exif.array(), 0, all, 2, 60);
        System.arraycopy(jpeg, 2, all, 62, jpeg.length - 2);
        return all;
    }
}
