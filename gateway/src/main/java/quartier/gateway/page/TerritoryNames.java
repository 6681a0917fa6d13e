package quartier.gateway.page;

import java.util.List;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import quartier.gateway.call.ServiceUnavailable;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.catalog.Territory;

/** Names of territories and themes by their ids, in the reader's language; templates call it {@code @territories}. */
@Component("territories")
public class TerritoryNames {

    private final Catalog catalog;

    TerritoryNames(Catalog catalog) {
        this.catalog = catalog;
    }

    public String name(String id) {
        return all().stream()
                .filter(territory -> territory.id().equals(id))
                .findFirst()
                .map(territory -> territory.name(language()))
                .orElse(id);
    }

    /** Each territory may have themes of its own; an id means the same everywhere. */
    public String theme(String id) {
        return all().stream()
                .flatMap(territory -> territory.themes().stream())
                .filter(theme -> theme.id().equals(id))
                .findFirst()
                .map(theme -> theme.in(language()))
                .orElse(id);
    }

    private List<Territory> all() {
        try {
            return catalog.territories();
        } catch (ServiceUnavailable away) {
            return List.of();
        }
    }

    private static Locale language() {
        return LocaleContextHolder.getLocale();
    }
}
