package quartier.catalog.project;

import java.util.Optional;

/**
 * A point and how far from it one looks.
 *
 * @param latitude degrees, WGS 84
 * @param longitude degrees, WGS 84
 */
public record Near(double latitude, double longitude, double kilometres) {

    public static final double FARTHEST_KILOMETRES = 200;

    /** Empty when this is no point of the Earth, or no distance of more than nothing. */
    public static Optional<Near> of(double latitude, double longitude, double kilometres) {
        boolean known = Box.isLatitude(latitude)
                && Box.isLongitude(longitude)
                && kilometres > 0
                && kilometres <= FARTHEST_KILOMETRES;
        return known ? Optional.of(new Near(latitude, longitude, kilometres)) : Optional.empty();
    }
}
