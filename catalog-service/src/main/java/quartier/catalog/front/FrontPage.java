package quartier.catalog.front;

import java.time.Instant;
import java.util.List;

/**
 * What a territory shows first. Its id is the territory's.
 *
 * @param version counts the changes; its ETag, and the sequence of its events. 0 before anybody wrote one
 * @param themes one after another or at the same time
 * @param picks in the order in which they are shown
 */
public record FrontPage(
        String territory, long version, List<String> territoryPath, List<Feature> themes, List<Pick> picks) {

    public FrontPage {
        territoryPath = List.copyOf(territoryPath);
        themes = List.copyOf(themes);
        picks = List.copyOf(picks);
    }

    static FrontPage empty(String territory, List<String> path) {
        return new FrontPage(territory, 0, path, List.of(), List.of());
    }

    /** As readers see it at this moment. */
    public FrontPage at(Instant now) {
        return new FrontPage(
                territory,
                version,
                territoryPath,
                themes.stream().filter(theme -> theme.period().contains(now)).toList(),
                picks.stream().filter(pick -> pick.period().contains(now)).toList());
    }

    FrontPage showing(List<Feature> otherThemes, List<Pick> otherPicks) {
        return new FrontPage(territory, version + 1, territoryPath, otherThemes, otherPicks);
    }
}
