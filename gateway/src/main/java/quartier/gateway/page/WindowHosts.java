package quartier.gateway.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.catalog.Territory;

/**
 * Which window a host name opens. A name is looked up among those that territories declared, and is used for nothing
 * else: one that nobody declared, or that somebody made up, opens the front page of all territories.
 */
@Component
public class WindowHosts {

    private final Catalog catalog;

    WindowHosts(Catalog catalog) {
        this.catalog = catalog;
    }

    public Optional<Territory> at(HttpServletRequest request) {
        String host = request.getServerName();
        if (host == null) {
            return Optional.empty();
        }
        String name = host.toLowerCase(Locale.ROOT);
        return catalog.territories().stream()
                .filter(territory -> !territory.is("archived") && territory.isAt(name))
                .findFirst();
    }
}
