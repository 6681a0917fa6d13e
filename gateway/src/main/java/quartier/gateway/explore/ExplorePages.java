package quartier.gateway.explore;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import quartier.gateway.call.Part;
import quartier.gateway.call.Parts;
import quartier.gateway.catalog.Atlas;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.catalog.Cluster;
import quartier.gateway.catalog.Exploration;
import quartier.gateway.catalog.Explored;
import quartier.gateway.catalog.Territory;
import quartier.gateway.page.NotFound;
import quartier.gateway.signin.MapTiles;

/** All public projects: searched, filtered, on a map and beside it as a list. Every choice is a link or a form. */
@Controller
class ExplorePages {

    private static final double STEP = 0.5;
    private static final double OUT = 2.2;

    private final Atlas atlas;
    private final Catalog catalog;
    private final Parts parts;
    private final MapTiles map;

    ExplorePages(Atlas atlas, Catalog catalog, Parts parts, MapTiles map) {
        this.atlas = atlas;
        this.catalog = catalog;
        this.parts = parts;
        this.map = map;
    }

    @GetMapping(Exploration.PATH)
    String explore(Exploration wanted, Model model) {
        List<Territory> territories = parts.start(catalog::territories).get().orElse(List.of());
        Territory territory = territory(wanted.territoire(), territories);
        MapView view = view(wanted.carte(), territory, territories);
        Supplier<Part<List<Cluster>>> clusters = parts.start(() -> atlas.map(wanted, view.box()));
        Explored found = atlas.explore(wanted);
        model.addAttribute("wanted", wanted);
        model.addAttribute("found", found);
        model.addAttribute("territories", territories);
        model.addAttribute("territory", territory);
        model.addAttribute("mapMissing", clusters.get().isMissing());
        List<MapMark> marks = MapMark.of(clusters.get().orElse(List.of()), view, wanted);
        List<Territory> places = territories.stream()
                .filter(place -> place.isWindow()
                        && place.centre() != null
                        && view.holds(place.centre().lat(), place.centre().lon()))
                .toList();
        model.addAttribute("marks", marks);
        model.addAttribute("labels", MapLabel.of(places, marks, view, LocaleContextHolder.getLocale()));
        model.addAttribute(
                "outlined",
                territories.stream().filter(place -> place.outline() != null).toList());
        model.addAttribute("view", view);
        model.addAttribute("tiles", map.tileUrl() == null ? List.of() : view.tiles(map.tileUrl()));
        model.addAttribute("further", wanted.with("carte", view.widened(OUT).box()));
        model.addAttribute("north", wanted.with("carte", view.moved(0, STEP).box()));
        model.addAttribute("south", wanted.with("carte", view.moved(0, -STEP).box()));
        model.addAttribute("west", wanted.with("carte", view.moved(-STEP, 0).box()));
        model.addAttribute("east", wanted.with("carte", view.moved(STEP, 0).box()));
        return "explore";
    }

    private static @Nullable Territory territory(@Nullable String id, List<Territory> territories) {
        if (id == null || territories.isEmpty()) {
            return null;
        }
        return territories.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static MapView view(@Nullable String box, @Nullable Territory territory, List<Territory> all) {
        return box == null
                ? MapView.of(territory, all)
                : MapView.parse(box).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }
}
