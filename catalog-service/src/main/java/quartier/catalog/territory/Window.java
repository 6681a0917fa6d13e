package quartier.catalog.territory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A territory's own pages on the shared platform. What it leaves out is taken from the territory above, except the host
 * names, of which each opens one window.
 *
 * @param hosts names at which this window is the front page, in lower case and without a port
 * @param languages that its pages are offered in, the first by default; empty when those of the territory above hold
 * @param legalNotices who publishes and hosts the pages, and how to reach them
 * @param accessibility the declaration of how accessible the pages are
 */
public record Window(
        List<String> hosts,
        List<String> languages,
        @Nullable Brand brand,
        @Nullable Label legalNotices,
        @Nullable Label accessibility) {

    static final Window NONE = new Window(List.of(), List.of(), null, null, null);

    public Window {
        hosts = hosts == null ? List.of() : List.copyOf(hosts);
        languages = languages == null ? List.of() : List.copyOf(languages);
    }

    Window under(Window above) {
        return new Window(
                hosts,
                languages.isEmpty() ? above.languages : languages,
                brand == null ? above.brand : brand,
                legalNotices == null ? above.legalNotices : legalNotices,
                accessibility == null ? above.accessibility : accessibility);
    }

    /** Without a brand it stays as it is: there are no colours of its own to stand beside. */
    Window withLogo(@Nullable String logo, @Nullable String alternative) {
        Brand known = brand;
        return known == null
                ? this
                : new Window(
                        hosts,
                        languages,
                        new Brand(known.name(), known.colour(), known.textColour(), logo, alternative, known.partner()),
                        legalNotices,
                        accessibility);
    }
}
