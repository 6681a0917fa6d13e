package quartier.gateway.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quartier.gateway.catalog.Territory;

final class MapViewTest {

    private static final MapView LYON = MapView.parse("4.75,45.70,4.93,45.81").orElseThrow();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1,2,3",
                "a,b,c,d",
                "5,45,4,46",
                "4,46,5,45",
                "-181,0,0,1",
                "0,-90,1,1",
                "NaN,1,2,3",
                "1,2,3,4,5"
            })
    void knowsABoxThatIsNone(String box) {
        assertThat(MapView.parse(box)).isEmpty();
    }

    @Test
    void putsTheMiddleInTheMiddle() {
        MapView view = LYON.widened(1);

        assertThat(view.x((view.west() + view.east()) / 2)).isEqualTo(MapView.WIDTH / 2.0, within(0.01));
        assertThat(view.y(view.north())).isEqualTo(0, within(0.01));
        assertThat(view.y(view.south())).isEqualTo(MapView.HEIGHT, within(0.01));
    }

    @Test
    void showsAPointAsAFewStreets() {
        MapView point = new MapView(4.84, 45.75, 4.84, 45.75).widened(1.6);

        assertThat(point.east() - point.west()).isBetween(0.004, 0.01);
        assertThat(MapView.parse(point.box())).isPresent();
    }

    @Test
    void staysOnEarth() {
        MapView all = new MapView(-180, -85, 180, 85).widened(10);

        assertThat(MapView.parse(all.box())).isPresent();
        assertThat(all.moved(5, 0)).isEqualTo(all);
    }

    @Test
    void drawsAnOutline() {
        MapView view = LYON.widened(1);
        var outline = new Territory.Outline(List.of(List.of(
                List.of(view.west(), view.north()),
                List.of(view.east(), view.north()),
                List.of(view.east(), view.south()),
                List.of(view.west(), view.north()))));

        assertThat(view.path(outline)).isEqualTo("M0.0 0.0L960.0 0.0L960.0 600.0L0.0 0.0Z");
    }

    @Test
    void coversItselfWithTiles() {
        var tiles = LYON.widened(1).tiles("https://tiles.example/{z}/{x}/{y}.png");

        assertThat(tiles).hasSizeBetween(4, 40);
        assertThat(tiles.getFirst().href()).matches("https://tiles.example/1[0-4]/\\d+/\\d+.png");
        assertThat(tiles).anyMatch(tile -> tile.x() <= 0 && tile.y() <= 0);
        assertThat(tiles)
                .anyMatch(tile -> tile.x() + tile.size() >= MapView.WIDTH && tile.y() + tile.size() >= MapView.HEIGHT);
    }
}
