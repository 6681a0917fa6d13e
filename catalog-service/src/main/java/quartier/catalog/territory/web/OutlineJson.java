package quartier.catalog.territory.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.catalog.territory.Outline;
import quartier.platform.web.Problem;

/** A GeoJSON polygon (RFC 7946). */
record OutlineJson(@Nullable String type, @Nullable List<List<List<Double>>> coordinates) {

    private static final String POLYGON = "Polygon";

    static @Nullable OutlineJson of(@Nullable Outline outline) {
        return outline == null ? null : new OutlineJson(POLYGON, outline.rings());
    }

    /** @throws Problem 422 when it is of another type */
    Outline outline() {
        if (!POLYGON.equals(type) || coordinates == null) {
            throw Problem.ofFields(List.of(Problem.Field.of("outline", "malformed-polygon")));
        }
        return new Outline(coordinates);
    }
}
