package quartier.gateway.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import quartier.gateway.catalog.Territory;

/**
 * The name of a place on the map: in its middle, or below the marks that stand there, so that neither hides the other.
 *
 * @param x of its middle, as is {@code y}
 */
record MapLabel(double x, double y, String name) {

    private static final double HALF_HEIGHT = 12;
    private static final double HALF_LETTER = 6;

    /** @param places of which only those with a middle are named */
    static List<MapLabel> of(List<Territory> places, List<MapMark> marks, MapView view, Locale locale) {
        List<MapLabel> labels = new ArrayList<>();
        for (Territory place : places) {
            Territory.Point centre = place.centre();
            if (centre != null) {
                MapLabel label = new MapLabel(view.x(centre.lon()), view.y(centre.lat()), place.name(locale));
                labels.add(label.clearOf(marks));
            }
        }
        return labels;
    }

    /** Every step goes below another mark, so that there are no more steps than marks. At the edge it stays as it is. */
    private MapLabel clearOf(List<MapMark> marks) {
        MapLabel at = this;
        Optional<MapMark> hidden = at.covered(marks);
        while (hidden.isPresent()) {
            MapMark mark = hidden.get();
            at = new MapLabel(x, mark.y() + mark.radius() + HALF_HEIGHT + 1, name);
            hidden = at.covered(marks);
        }
        return at.y < MapView.HEIGHT - HALF_HEIGHT ? at : this;
    }

    /** The lowest of the marks that it touches. */
    private Optional<MapMark> covered(List<MapMark> marks) {
        Stream<MapMark> touched = marks.stream()
                .filter(mark -> Math.abs(mark.x() - x) < mark.radius() + HALF_LETTER * name.length()
                        && Math.abs(mark.y() - y) < mark.radius() + HALF_HEIGHT);
        return touched.max(Comparator.comparingDouble(mark -> mark.y() + mark.radius()));
    }
}
