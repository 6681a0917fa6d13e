package quartier.gateway.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import quartier.gateway.catalog.Territory;
import quartier.gateway.catalog.Words;

final class MapLabelTest {

    private static final MapView VIEW =
            MapView.parse("4.75,45.70,4.93,45.81").orElseThrow().widened(1);
    private static final double LAT = 45.755;
    private static final double LON = 4.84;

    private final double x = VIEW.x(LON);
    private final double y = VIEW.y(LAT);

    @Test
    void namesAPlaceInItsMiddle() {
        assertThat(labels(mark(x + 300, y, 20))).containsExactly(new MapLabel(x, y, "Lyon"));
    }

    @Test
    void namesItBelowTheMarksThatStandThere() {
        MapLabel label = labels(mark(x, y, 30), mark(x + 10, y + 45, 20)).getFirst();

        assertThat(label.x()).isEqualTo(x);
        assertThat(label.y()).isGreaterThan(y + 45 + 20);
    }

    @Test
    void namesNothingBeyondTheEdge() {
        assertThat(labels(mark(x, MapView.HEIGHT - 40, 40), mark(x, y, 300)).getFirst())
                .isEqualTo(new MapLabel(x, y, "Lyon"));
    }

    private static List<MapLabel> labels(MapMark... marks) {
        return MapLabel.of(List.of(lyon()), List.of(marks), VIEW, Locale.FRENCH);
    }

    private static MapMark mark(double x, double y, double radius) {
        return new MapMark(x, y, radius, 2, "/", null);
    }

    private static Territory lyon() {
        return new Territory(
                "lyon",
                new Words("Lyon", "Lyon"),
                null,
                null,
                new Territory.Point(LAT, LON),
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                1);
    }
}
