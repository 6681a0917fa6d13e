package quartier.catalog.territory;

import java.util.List;

/**
 * Where a territory lies: the rings of a GeoJSON polygon (RFC 7946), the outer one first.
 *
 * @param rings of positions, each longitude and latitude in degrees; the first and the last position are the same
 */
public record Outline(List<List<List<Double>>> rings) {

    private static final int MOST_POSITIONS = 2_000;
    private static final int FEWEST_POSITIONS = 4;

    public Outline {
        rings = rings.stream()
                .map(ring -> ring.stream().map(List::copyOf).toList())
                .toList();
    }

    boolean isPolygon() {
        return !rings.isEmpty()
                && rings.stream().mapToInt(List::size).sum() <= MOST_POSITIONS
                && rings.stream().allMatch(Outline::isRing);
    }

    private static boolean isRing(List<List<Double>> ring) {
        return ring.size() >= FEWEST_POSITIONS
                && ring.getFirst().equals(ring.getLast())
                && ring.stream()
                        .allMatch(position -> position.size() == 2
                                // Written so that not-a-number is out of range too.
                                && Math.abs(position.get(0)) <= 180
                                && Math.abs(position.get(1)) <= 90);
    }
}
