package quartier.gateway.catalog;

import org.jspecify.annotations.Nullable;

/** Projects that stand close together on the map. */
public record Cluster(
        int count,
        double lat,
        double lon,
        Extent around,
        @Nullable Pin project) {

    /** Degrees. */
    public record Extent(double west, double south, double east, double north) {}

    public record Pin(String id, String slug, String title, String state) {}
}
