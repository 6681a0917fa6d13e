package quartier.catalog.territory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an administrator does to a territory beside its description: pause it, end it, its logo, its reviewers' words. */
public final class RunTerritories {

    private static final Set<String> DECISIONS = Set.of("return", "refuse");
    private static final int MOST_TEMPLATES = 50;
    private static final int LONGEST_TEMPLATE = 2_000;

    private final Territories territories;

    public RunTerritories(Territories territories) {
        this.territories = territories;
    }

    /** Its administrators suspend a territory and take that back; only the operator archives one, or brings one back. */
    public Governed stand(String id, String standing, Optional<Long> readVersion, Administrator by) {
        return Guarded.change(territories, id, readVersion, by, before -> {
            Optional<Standing> wanted = Standing.named(standing);
            if (wanted.isEmpty()) {
                return new Guarded.Wrong(List.of(new Breach("standing", "unknown-standing")));
            }
            boolean ends = wanted.get() == Standing.ARCHIVED || before.standing() == Standing.ARCHIVED;
            if (ends && !by.isOperator()) {
                return new Guarded.Wrong(List.of(new Breach("standing", "operator-archives")));
            }
            return wanted.get() == before.standing()
                    ? new Guarded.Same()
                    : new Guarded.Next(before.withStanding(wanted.get()));
        });
    }

    public Governed answerWith(
            String id, List<AnswerTemplate> templates, Optional<Long> readVersion, Administrator by) {
        return Guarded.change(territories, id, readVersion, by, before -> {
            List<Breach> found = check(templates);
            return found.isEmpty() ? new Guarded.Next(before.withTemplates(templates)) : new Guarded.Wrong(found);
        });
    }

    /**
     * @param address of the picture on this origin
     * @param alternative what it shows, in words
     */
    public Governed showLogo(
            String id, String address, String alternative, Optional<Long> readVersion, Administrator by) {
        return Guarded.change(territories, id, readVersion, by, before -> {
            if (before.window().brand() == null) {
                return new Guarded.Wrong(List.of(new Breach("window.brand", "logo-needs-brand")));
            }
            return WindowRules.isAlternative(alternative)
                    ? new Guarded.Next(before.withWindow(before.window().withLogo(address, alternative)))
                    : new Guarded.Wrong(List.of(new Breach("alternative", "logo-alternative")));
        });
    }

    /** Of a territory that shows none, nothing changes. */
    public Governed hideLogo(String id, Optional<Long> readVersion, Administrator by) {
        return Guarded.change(territories, id, readVersion, by, before -> {
            Brand brand = before.window().brand();
            return brand == null || brand.logo() == null
                    ? new Guarded.Same()
                    : new Guarded.Next(before.withWindow(before.window().withLogo(null, null)));
        });
    }

    private static List<Breach> check(List<AnswerTemplate> templates) {
        List<Breach> found = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Checks.when(templates.size() > MOST_TEMPLATES, found, "templates", "too-many-entries");
        for (int i = 0; i < templates.size(); i++) {
            AnswerTemplate template = templates.get(i);
            String field = "templates[" + i + "]";
            Checks.id(found, field + ".id", template.id(), ids);
            Checks.text(found, field + ".title", template.title());
            Checks.when(!DECISIONS.contains(template.decision()), found, field + ".decision", "unknown-decision");
            String text = template.text().fr();
            Checks.when(text.isBlank() || text.length() > LONGEST_TEMPLATE, found, field + ".fr", "out-of-range");
            Checks.when(template.text().en().length() > LONGEST_TEMPLATE, found, field + ".en", "out-of-range");
        }
        return found;
    }
}
