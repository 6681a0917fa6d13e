package quartier.catalog.project;

import java.util.Optional;

/** A part of the map, in degrees, WGS 84. It does not cross the 180th meridian. */
public record Box(double west, double south, double east, double north) {

    private static final double FARTHEST_NORTH = 90;
    private static final double FARTHEST_EAST = 180;

    /** Empty when these are no degrees, or the sides stand the wrong way round. */
    public static Optional<Box> of(double west, double south, double east, double north) {
        boolean known = isLongitude(west)
                && isLongitude(east)
                && isLatitude(south)
                && isLatitude(north)
                && west < east
                && south < north;
        return known ? Optional.of(new Box(west, south, east, north)) : Optional.empty();
    }

    static boolean isLatitude(double degrees) {
        return Math.abs(degrees) <= FARTHEST_NORTH;
    }

    static boolean isLongitude(double degrees) {
        return Math.abs(degrees) <= FARTHEST_EAST;
    }
}
