package quartier.gateway.city;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import quartier.gateway.call.Parts;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.catalog.Offices;
import quartier.gateway.catalog.Rails;
import quartier.gateway.page.NotFound;

/** What a window has to say for itself: its rules and their versions, legal notices, accessibility. */
@Controller
class NoticePages {

    private final Catalog catalog;
    private final Offices offices;
    private final Rails rails;
    private final Parts parts;

    NoticePages(Catalog catalog, Offices offices, Rails rails, Parts parts) {
        this.catalog = catalog;
        this.offices = offices;
        this.rails = rails;
        this.parts = parts;
    }

    @GetMapping("/{territory:[a-z][a-z0-9-]*}/regles")
    String rules(@PathVariable String territory, Model model) {
        open(territory, model);
        var all = parts.start(() -> rails.of(territory));
        var editions = parts.start(() -> offices.policies(territory));
        model.addAttribute("guardrails", all.get());
        model.addAttribute("editions", editions.get());
        return "city-rules";
    }

    @GetMapping("/{territory:[a-z][a-z0-9-]*}/mentions")
    String legal(@PathVariable String territory, Model model) {
        open(territory, model);
        return "city-legal";
    }

    @GetMapping("/{territory:[a-z][a-z0-9-]*}/accessibilite")
    String accessibility(@PathVariable String territory, Model model) {
        open(territory, model);
        return "city-accessibility";
    }

    private void open(String territory, Model model) {
        model.addAttribute("window", catalog.territory(territory).orElseThrow(NotFound::new));
    }
}
