package quartier.catalog.territory.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.catalog.territory.Centre;
import quartier.catalog.territory.Policy;
import quartier.catalog.territory.Territory;
import quartier.catalog.territory.web.TerritoryRequest.CentreJson;
import quartier.catalog.territory.web.TerritoryRequest.LabelJson;
import quartier.catalog.territory.web.TerritoryRequest.TextJson;

/** A territory with what it inherits. */
record TerritoryView(
        String id,
        long version,
        LabelJson name,
        String kind,
        @Nullable String parent,
        List<String> path,
        @Nullable CentreJson centre,
        @Nullable String inseeCode,
        List<String> districts,
        List<TextJson> themes,
        @Nullable String operatorName,
        @Nullable String orias,
        PolicyJson policy,
        @Nullable Integer population,
        @Nullable OutlineJson outline,
        WindowJson window,
        String standing) {

    record ListView(List<TerritoryView> items) {}

    static TerritoryView of(Territory territory) {
        return new TerritoryView(
                territory.id(),
                territory.version(),
                new LabelJson(territory.name().fr(), territory.name().en()),
                territory.kind().id(),
                territory.parent(),
                territory.path(),
                centre(territory),
                territory.inseeCode(),
                territory.districts(),
                texts(territory),
                territory.operatorName(),
                territory.orias(),
                PolicyJson.of(territory.requiredPolicy()),
                territory.population(),
                OutlineJson.of(territory.outline()),
                WindowJson.of(territory.window()),
                territory.standing().id());
    }

    /** What it says itself, as it would be sent again. */
    static TerritoryRequest form(Territory own) {
        Policy policy = own.policy();
        return new TerritoryRequest(
                new LabelJson(own.name().fr(), own.name().en()),
                own.kind().id(),
                own.parent(),
                centre(own),
                own.inseeCode(),
                own.districts(),
                texts(own),
                own.operatorName(),
                own.orias(),
                policy == null ? null : PolicyJson.of(policy),
                own.population(),
                OutlineJson.of(own.outline()),
                WindowJson.of(own.window()));
    }

    private static @Nullable CentreJson centre(Territory territory) {
        Centre centre = territory.centre();
        return centre == null ? null : new CentreJson(centre.lat(), centre.lon());
    }

    private static List<TextJson> texts(Territory territory) {
        return territory.themes().stream()
                .map(theme -> new TextJson(theme.id(), theme.fr(), theme.en()))
                .toList();
    }
}
