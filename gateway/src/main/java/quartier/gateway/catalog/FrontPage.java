package quartier.gateway.catalog;

import java.time.Instant;
import java.util.List;

/** What a territory puts in front; its staff also see what is not in front now. */
public record FrontPage(String territory, long version, List<Theme> themes, List<Pick> picks) {

    public record Theme(String theme, Words text, Instant from, Instant until) {}

    public record Pick(String project, Words text, Instant from, Instant until) {}

    public FrontPage {
        themes = themes == null ? List.of() : List.copyOf(themes);
        picks = picks == null ? List.of() : List.copyOf(picks);
    }
}
