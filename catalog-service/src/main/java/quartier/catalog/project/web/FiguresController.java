package quartier.catalog.project.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import quartier.catalog.project.Figures;
import quartier.catalog.project.SumFigures;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Role;

/** What public projects come to, in all and by territory. */
@RestController
class FiguresController {

    /** Terms of a campaign are in euros, and so are sums over several. */
    private static final String CURRENCY = "EUR";

    record FiguresView(
            @Nullable String territory,
            long projects,
            long live,
            long succeeded,
            MoneyJson collected,
            long backers,
            long coSupported) {
        static FiguresView of(@Nullable String territory, Figures figures) {
            return new FiguresView(
                    territory,
                    figures.projects(),
                    figures.live(),
                    figures.succeeded(),
                    MoneyJson.of(figures.collectedMinorUnits(), CURRENCY),
                    figures.backers(),
                    figures.coSupported());
        }
    }

    /** @param territories those that have a project; only the one that was asked for, where one was */
    record SumsView(FiguresView everywhere, List<FiguresView> territories) {}

    private final SumFigures figures;

    FiguresController(SumFigures figures) {
        this.figures = figures;
    }

    @GetMapping("/v1/projects/figures")
    @AllowedTo(Role.ANYONE)
    SumsView figures(@RequestParam(required = false) @Nullable String territory) {
        List<FiguresView> wanted = territory == null || territory.isBlank()
                ? figures.byTerritory().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(sum -> FiguresView.of(sum.getKey(), sum.getValue()))
                        .toList()
                : List.of(FiguresView.of(territory, figures.in(territory)));
        return new SumsView(FiguresView.of(null, figures.everywhere()), wanted);
    }
}
