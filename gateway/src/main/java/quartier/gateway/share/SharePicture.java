package quartier.gateway.share;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** What social networks show of a project: its title, its place and how far it has come, above a street of its own. */
final class SharePicture {

    static final int WIDTH = 1200;
    static final int HEIGHT = 630;

    private static final Color PAPER = new Color(0xfb, 0xf5, 0xea);
    private static final Color INK = new Color(0x2a, 0x1a, 0x12);
    private static final Color SOFT = new Color(0x66, 0x55, 0x4a);
    private static final Color BRICK = new Color(0xb8, 0x3a, 0x20);
    private static final Color LEAF = new Color(0x1f, 0x5b, 0x45);
    private static final Color LINE = new Color(0xe5, 0xd8, 0xc4);
    private static final Color SUN = new Color(0xf2, 0xa5, 0x41);
    private static final List<Color> WALLS =
            List.of(BRICK, new Color(0xe9, 0x87, 0x6a), LEAF, new Color(0x6b, 0xa5, 0x8a), new Color(0x33, 0x50, 0x8c));
    private static final int MARGIN = 80;
    private static final int GROUND = 600;
    private static final int TITLE = 68;

    private final Lettering letters;

    SharePicture(Lettering letters) {
        this.letters = letters;
    }

    /** As PNG. {@code figures} is one line, for example « 5 480 € sur 6 000 € · 91 % ». */
    byte[] draw(String title, String place, String figures, int percent, long seed) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D picture = image.createGraphics();
        try {
            picture.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            picture.setColor(PAPER);
            picture.fillRect(0, 0, WIDTH, HEIGHT);
            street(picture, new Random(seed));
            words(picture, title, place, figures);
            bar(picture, percent);
        } finally {
            picture.dispose();
        }
        return png(image);
    }

    private void words(Graphics2D picture, String title, String place, String figures) {
        picture.setColor(SOFT);
        letters.draw(picture, letters.lines(place, 32, WIDTH - 420, 1).getFirst(), MARGIN, 90, 32);
        picture.setColor(BRICK);
        letters.draw(picture, "Quartier", WIDTH - MARGIN - letters.width("Quartier", 40), 92, 40);
        picture.setColor(INK);
        picture.setStroke(new BasicStroke(2));
        int y = 185;
        for (String line : letters.lines(title, TITLE, WIDTH - 2 * MARGIN, 3)) {
            letters.draw(picture, line, MARGIN, y, TITLE);
            letters.draw(picture, line, MARGIN + 1.5, y, TITLE);
            y += 80;
        }
        picture.setColor(INK);
        letters.draw(picture, letters.lines(figures, 36, WIDTH - 2 * MARGIN, 1).getFirst(), MARGIN, 420, 36);
    }

    private static void bar(Graphics2D picture, int percent) {
        int width = WIDTH - 2 * MARGIN;
        picture.setColor(LINE);
        picture.fill(new RoundRectangle2D.Double(MARGIN, 442, width, 24, 24, 24));
        picture.setColor(percent >= 100 ? LEAF : BRICK);
        double filled = width * Math.clamp(percent, 0, 100) / 100.0;
        if (filled > 0) {
            picture.fill(new RoundRectangle2D.Double(MARGIN, 442, Math.max(filled, 24), 24, 24, 24));
        }
    }

    private static void street(Graphics2D picture, Random random) {
        int x = -20;
        int house = random.nextInt(WALLS.size());
        while (x < WIDTH) {
            int width = 90 + random.nextInt(70);
            int height = 50 + random.nextInt(60);
            picture.setColor(WALLS.get(house++ % WALLS.size()));
            picture.fillRect(x, GROUND - height, width, height);
            picture.setColor(PAPER);
            for (int pane = x + 16; pane < x + width - 20; pane += 32) {
                picture.fillRect(pane, GROUND - height + 16, 14, 18);
            }
            x += width + 4;
        }
        picture.setColor(SUN);
        picture.fillRect(0, GROUND, WIDTH, HEIGHT - GROUND);
    }

    private static byte[] png(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
