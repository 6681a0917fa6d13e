package quartier.e2e;

import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A picture to be sent. */
final class Drawing {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 450;

    private Drawing() {}

    static FilePayload png(String fileName) throws IOException {
        var drawn = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var brush = drawn.createGraphics();
        brush.setColor(new Color(0x0b7a70));
        brush.fillRect(0, 0, WIDTH, HEIGHT);
        brush.setColor(new Color(0xfdecc8));
        brush.fillOval(WIDTH / 4, HEIGHT / 4, WIDTH / 2, HEIGHT / 2);
        brush.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(drawn, "png", bytes);
        return new FilePayload(fileName, "image/png", bytes.toByteArray());
    }
}
