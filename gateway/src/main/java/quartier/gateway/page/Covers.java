package quartier.gateway.page;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Draws a street for each project that has no picture: always the same one for the same project. */
@Controller
class Covers {

    private static final MediaType SVG = MediaType.valueOf("image/svg+xml");
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int GROUND = 316;

    /** Sky, sun, three walls, roof, window, tree. */
    private record Palette(String sky, String sun, List<String> walls, String roof, String pane, String tree) {}

    private static final List<Palette> PALETTES = List.of(
            new Palette(
                    "#f9dcc0", "#f2a541", List.of("#c8452b", "#e9876a", "#8f2d1c"), "#5a1e14", "#ffeccc", "#2f6b4f"),
            new Palette(
                    "#d5e8e4", "#f6c667", List.of("#2f6b4f", "#6ba58a", "#1f4a3a"), "#16352a", "#fdf3d6", "#c8452b"),
            new Palette(
                    "#dfe4f5", "#f39c6b", List.of("#33508c", "#7d97cf", "#223766"), "#182748", "#fff0c9", "#2f6b4f"),
            new Palette(
                    "#fbe7b5", "#e4572e", List.of("#c78a1d", "#e8b85a", "#8d5f10"), "#5f3f0a", "#fffaf0", "#2f6b4f"),
            new Palette(
                    "#ecdcf0", "#f2a541", List.of("#7a3f7f", "#b27cb5", "#552a5a"), "#3b1c3f", "#ffedd0", "#3f7d5e"),
            new Palette(
                    "#d3ebf2", "#ffd166", List.of("#167288", "#5fb0c2", "#0f5263"), "#0a3844", "#fff6dc", "#c8452b"));

    @GetMapping("/couvertures/{theme}/{seed}.svg")
    @NoFrame
    ResponseEntity<String> cover(@PathVariable String theme, @PathVariable String seed) {
        return ResponseEntity.ok()
                .contentType(SVG)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(30)).cachePublic())
                .body(draw(theme, seed));
    }

    static String draw(String theme, String seed) {
        Palette colours = PALETTES.get(Math.floorMod((theme.hashCode() * 0x9E3779B9) >>> 7, PALETTES.size()));
        var random = new Random(seed.hashCode() * 2654435761L);
        var svg = new StringBuilder(6000);
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" preserveAspectRatio=\"xMidYMax slice\">"
                        .formatted(WIDTH, HEIGHT));
        rect(svg, 0, 0, WIDTH, HEIGHT, colours.sky());
        circle(svg, 90 + random.nextInt(460), 70 + random.nextInt(50), 34 + random.nextInt(22), colours.sun());
        hills(svg, random, colours);
        int x = -10;
        int house = random.nextInt(3);
        while (x < WIDTH) {
            int width = 70 + random.nextInt(60);
            house(svg, random, colours, house++, x, width);
            x += width + (random.nextInt(4) == 0 ? 34 : 3);
        }
        rect(svg, 0, GROUND, WIDTH, HEIGHT - GROUND, colours.roof());
        for (int tree = 0; tree < 5; tree++) {
            tree(svg, 30 + tree * 135 + random.nextInt(90), 16 + random.nextInt(12), colours);
        }
        for (int dash = 10; dash < WIDTH; dash += 64) {
            rect(svg, dash, 336, 34, 4, colours.sky());
        }
        return svg.append("</svg>").toString();
    }

    private static void hills(StringBuilder svg, Random random, Palette colours) {
        int left = 150 + random.nextInt(60);
        int right = 150 + random.nextInt(60);
        svg.append("<path d=\"M0 %d Q160 %d 330 %d T640 %d V360 H0Z\" fill=\"%s\" opacity=\".22\"/>"
                .formatted(
                        left + 40,
                        left - 50,
                        (left + right) / 2,
                        right,
                        colours.walls().get(0)));
    }

    private static void house(StringBuilder svg, Random random, Palette colours, int number, int x, int width) {
        int height = 90 + random.nextInt(120);
        int top = GROUND - height;
        String wall = colours.walls().get(number % 3);
        rect(svg, x, top, width, height, wall);
        switch (random.nextInt(4)) {
            case 0 -> triangle(svg, x - 4, top, x + width + 4, top, x + width / 2, top - 34, colours.roof());
            case 1 -> {
                rect(svg, x - 3, top - 8, width + 6, 8, colours.roof());
                rect(svg, x + 12, top - 26, 11, 20, colours.roof());
            }
            case 2 -> {
                int tooth = width / 3;
                for (int i = 0; i < 3; i++) {
                    int at = x + i * tooth;
                    triangle(svg, at, top, at + tooth, top, at, top - 20, colours.roof());
                }
            }
            case 3 ->
                svg.append("<path d=\"M%d %d a%d %d 0 0 1 %d 0z\" fill=\"%s\"/>"
                        .formatted(x, top + 1, width / 2, width / 3, width, colours.roof()));
            default -> throw new IllegalStateException("four kinds of roofs");
        }
        panes(svg, random, colours, x, top, width, height);
    }

    private static void panes(
            StringBuilder svg, Random random, Palette colours, int x, int top, int width, int height) {
        int columns = Math.max(2, width / 30);
        int gap = width / columns;
        boolean arched = random.nextBoolean();
        for (int y = top + 16; y < top + height - 52; y += 34) {
            for (int column = 0; column < columns; column++) {
                String pane = random.nextInt(5) == 0 ? colours.sun() : colours.pane();
                svg.append("<rect x=\"%d\" y=\"%d\" width=\"13\" height=\"19\" rx=\"%d\" fill=\"%s\"/>"
                        .formatted(x + gap * column + gap / 2 - 6, y, arched ? 6 : 1, pane));
            }
        }
        rect(svg, x + width / 2 - 9, GROUND - 32, 18, 32, colours.roof());
        if (random.nextInt(3) == 0) {
            for (int stripe = 0; stripe < 6; stripe++) {
                int part = (width - 12) / 6;
                rect(
                        svg,
                        x + 6 + stripe * part,
                        GROUND - 44,
                        part,
                        12,
                        stripe % 2 == 0 ? colours.pane() : colours.sun());
            }
        }
    }

    private static void tree(StringBuilder svg, int x, int size, Palette colours) {
        rect(svg, x - 2, GROUND - 26, 4, 30, colours.roof());
        circle(svg, x, GROUND - 26 - size / 2, size, colours.tree());
    }

    private static void rect(StringBuilder svg, int x, int y, int width, int height, String fill) {
        svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>"
                .formatted(x, y, width, height, fill));
    }

    private static void circle(StringBuilder svg, int x, int y, int radius, String fill) {
        svg.append("<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"%s\"/>".formatted(x, y, radius, fill));
    }

    private static void triangle(StringBuilder svg, int x1, int y1, int x2, int y2, int x3, int y3, String fill) {
        svg.append("<path d=\"M%d %dL%d %dL%d %dz\" fill=\"%s\"/>".formatted(x1, y1, x2, y2, x3, y3, fill));
    }
}
