package quartier.gateway.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quartier.gateway.catalog.Territory;

/**
 * A part of the world on a rectangle of {@value #WIDTH} by {@value #HEIGHT}, in Web Mercator, so that tiles fit where
 * there are some. Degrees, WGS 84.
 */
record MapView(double west, double south, double east, double north) {

    static final int WIDTH = 960;
    static final int HEIGHT = 600;

    private static final double FARTHEST_NORTH = 85;
    private static final double SMALLEST = 0.004;
    private static final double CITY = 0.09;
    private static final double REGION = 2.2;
    private static final int TILE = 256;
    private static final int DEEPEST = 18;

    /** A square picture of somebody's map, where it stands on ours. */
    record Tile(String href, double x, double y, double size) {}

    /** Of an address; empty when it is no box on the map. */
    static Optional<MapView> parse(@Nullable String box) {
        String[] sides = box == null ? new String[0] : box.split(",", -1);
        if (sides.length != 4) {
            return Optional.empty();
        }
        try {
            double[] degrees = java.util.Arrays.stream(sides)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return Optional.of(new MapView(degrees[0], degrees[1], degrees[2], degrees[3]))
                    .filter(MapView::isOnEarth);
        } catch (NumberFormatException noDegrees) {
            return Optional.empty();
        }
    }

    /** What shows a territory, or all of them. */
    static MapView of(@Nullable Territory territory, List<Territory> all) {
        if (territory != null && territory.centre() != null) {
            double half = "region".equals(territory.kind()) ? REGION : CITY;
            return around(territory.centre().lat(), territory.centre().lon(), half);
        }
        List<Territory.Point> centres = all.stream()
                .flatMap(one -> java.util.stream.Stream.ofNullable(one.centre()))
                .toList();
        if (centres.isEmpty()) {
            return new MapView(-5, 41, 10, 51.5);
        }
        return new MapView(
                        centres.stream().mapToDouble(Territory.Point::lon).min().orElseThrow(),
                        centres.stream().mapToDouble(Territory.Point::lat).min().orElseThrow(),
                        centres.stream().mapToDouble(Territory.Point::lon).max().orElseThrow(),
                        centres.stream().mapToDouble(Territory.Point::lat).max().orElseThrow())
                .widened(1.3);
    }

    private static MapView around(double latitude, double longitude, double half) {
        return new MapView(longitude - half, latitude - half, longitude + half, latitude + half).widened(1);
    }

    private boolean isOnEarth() {
        return west >= -180
                && east <= 180
                && south >= -FARTHEST_NORTH
                && north <= FARTHEST_NORTH
                && west < east
                && south < north;
    }

    /** As many times as wide and high, and then in the shape of the picture; never less than a few streets. */
    MapView widened(double times) {
        double width = Math.max((east - west) * times, SMALLEST);
        double height = Math.max((mercator(north) - mercator(south)) * times, SMALLEST);
        width = Math.max(width, height * WIDTH / HEIGHT);
        height = width * HEIGHT / WIDTH;
        double middle = (west + east) / 2;
        double centre = (mercator(north) + mercator(south)) / 2;
        return new MapView(
                Math.max(-180, middle - width / 2),
                Math.max(-FARTHEST_NORTH, latitude(centre - height / 2)),
                Math.min(180, middle + width / 2),
                Math.min(FARTHEST_NORTH, latitude(centre + height / 2)));
    }

    /** By a part of its own width to the east and of its height to the north. */
    MapView moved(double eastward, double northward) {
        double x = (east - west) * eastward;
        double y = (north - south) * northward;
        var moved = new MapView(west + x, south + y, east + x, north + y);
        return moved.isOnEarth() ? moved : this;
    }

    public double x(double longitude) {
        return (longitude - west) / (east - west) * WIDTH;
    }

    public double y(double latitude) {
        return (mercator(north) - mercator(latitude)) / (mercator(north) - mercator(south)) * HEIGHT;
    }

    boolean holds(double latitude, double longitude) {
        return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
    }

    /** The outline as the {@code d} of a path. */
    public String path(Territory.Outline outline) {
        var path = new StringBuilder();
        for (List<List<Double>> ring : outline.coordinates()) {
            String command = "M";
            for (List<Double> point : ring) {
                path.append(String.format(Locale.ROOT, "%s%.1f %.1f", command, x(point.get(0)), y(point.get(1))));
                command = "L";
            }
            path.append('Z');
        }
        return path.toString();
    }

    public String box() {
        return String.format(Locale.ROOT, "%.5f,%.5f,%.5f,%.5f", west, south, east, north);
    }

    /** @param template with {@code {z}}, {@code {x}} and {@code {y}} */
    List<Tile> tiles(String template) {
        int zoom = Math.clamp(Math.round(Math.log(360.0 * WIDTH / ((east - west) * TILE)) / Math.log(2)), 0, DEEPEST);
        double across = Math.scalb(1.0, zoom);
        int left = (int) Math.floor((west + 180) / 360 * across);
        int right = (int) Math.floor((east + 180) / 360 * across);
        int top = (int) Math.floor((180 - mercator(north)) / 360 * across);
        int bottom = (int) Math.floor((180 - mercator(south)) / 360 * across);
        double size = WIDTH * (360 / across) / (east - west);
        List<Tile> tiles = new ArrayList<>();
        for (int column = left; column <= right; column++) {
            for (int row = top; row <= bottom; row++) {
                String href = template.replace("{z}", String.valueOf(zoom))
                        .replace("{x}", String.valueOf(column))
                        .replace("{y}", String.valueOf(row));
                tiles.add(new Tile(href, x(column * 360 / across - 180), y(latitude(180 - row * 360 / across)), size));
            }
        }
        return tiles;
    }

    /** In degrees of longitude at the equator. */
    private static double mercator(double latitude) {
        return Math.toDegrees(Math.log(Math.tan(Math.PI / 4 + Math.toRadians(latitude) / 2)));
    }

    private static double latitude(double mercator) {
        return Math.toDegrees(2 * Math.atan(Math.exp(Math.toRadians(mercator))) - Math.PI / 2);
    }
}
