package quartier.catalog.front;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The staff say what stands on their territory's front page. */
public final class ArrangeFrontPage {

    static final int ENTRIES = 24;
    static final int TEXT = 500;

    /** What came of it: the page, or why not. */
    public sealed interface Answer {
        record Arranged(FrontPage page) implements Answer {}

        record Refused(Refusal reason) implements Answer {}
    }

    private final FrontPages pages;
    private final Grounds grounds;
    private final PublicProjects projects;

    public ArrangeFrontPage(FrontPages pages, Grounds grounds, PublicProjects projects) {
        this.pages = pages;
        this.grounds = grounds;
        this.projects = projects;
    }

    /** Empty when there is no such territory. */
    public Optional<FrontPage> of(String territory) {
        return grounds.of(territory)
                .map(ground -> pages.find(territory).orElse(FrontPage.empty(territory, ground.path())));
    }

    /** @param animates whether one of these territories gives the caller the right to */
    public Answer arrange(
            String territory,
            Predicate<List<String>> animates,
            long expectedVersion,
            List<Feature> themes,
            List<Pick> picks) {
        Ground ground = grounds.of(territory).orElse(null);
        FrontPage before = of(territory).orElse(null);
        if (ground == null || before == null) {
            return new Answer.Refused(new Refusal.Unknown());
        }
        if (!animates.test(ground.path())) {
            return new Answer.Refused(new Refusal.NotYourTerritory(territory));
        }
        if (before.version() != expectedVersion) {
            return new Answer.Refused(new Refusal.StaleVersion());
        }
        List<Breach> breaches = new ArrayList<>(themes(ground, themes));
        breaches.addAll(picks(before, picks));
        if (!breaches.isEmpty()) {
            return new Answer.Refused(new Refusal.RulesBroken(breaches));
        }
        FrontPage after = before.showing(themes, picks);
        return pages.save(after, expectedVersion)
                ? new Answer.Arranged(after)
                : new Answer.Refused(new Refusal.StaleVersion());
    }

    private static List<Breach> themes(Ground ground, List<Feature> themes) {
        List<Breach> found = new ArrayList<>();
        if (themes.size() > ENTRIES) {
            found.add(Breach.of("themes", Rule.TOO_MANY, ENTRIES));
        }
        for (int i = 0; i < themes.size(); i++) {
            Feature theme = themes.get(i);
            String field = "themes[" + i + "]";
            if (!ground.themes().contains(theme.theme())) {
                found.add(Breach.of(field + ".theme", Rule.UNKNOWN_THEME, theme.theme()));
            }
            words(found, field, theme.text(), theme.textEn() == null ? "" : theme.textEn(), theme.period());
        }
        return found;
    }

    /** A project that was picked before stays where it is, whatever has become of it. */
    private List<Breach> picks(FrontPage before, List<Pick> picks) {
        List<Breach> found = new ArrayList<>();
        if (picks.size() > ENTRIES) {
            found.add(Breach.of("picks", Rule.TOO_MANY, ENTRIES));
        }
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < picks.size(); i++) {
            Pick pick = picks.get(i);
            String field = "picks[" + i + "]";
            boolean known =
                    before.picks().stream().anyMatch(one -> one.project().equals(pick.project()));
            if (!known && !projects.has(pick.project(), before.territory())) {
                found.add(Breach.of(field + ".project", Rule.UNKNOWN_PROJECT));
            } else if (!taken.add(pick.project())) {
                found.add(Breach.of(field + ".project", Rule.PICKED_TWICE));
            }
            words(found, field, pick.text(), pick.textEn() == null ? "" : pick.textEn(), pick.period());
        }
        return found;
    }

    private static void words(List<Breach> found, String field, String fr, String en, Period period) {
        if (fr.isBlank()) {
            found.add(Breach.of(field + ".text.fr", Rule.REQUIRED));
        }
        if (fr.length() > TEXT || en.length() > TEXT) {
            found.add(Breach.of(field + ".text", Rule.TOO_LONG, TEXT));
        }
        if (!period.isForward()) {
            found.add(Breach.of(field + ".until", Rule.PERIOD_BACKWARDS));
        }
    }
}
