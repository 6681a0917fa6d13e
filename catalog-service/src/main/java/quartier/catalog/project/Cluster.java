package quartier.catalog.project;

import org.jspecify.annotations.Nullable;

/**
 * Projects that stand close together on the map.
 *
 * @param latitude of their middle, degrees, WGS 84
 * @param longitude of their middle, degrees, WGS 84
 * @param around the smallest box that holds them all; without extent when they stand at one point
 * @param only the project, where there is only one
 */
public record Cluster(
        int count,
        double latitude,
        double longitude,
        Extent around,
        @Nullable Pin only) {

    /** Degrees, WGS 84; unlike a {@link Box} it may be a point. */
    public record Extent(double west, double south, double east, double north) {}

    public record Pin(String id, String slug, String title, String state) {}
}
