package quartier.catalog.territory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A city, metropolis, region or neighbourhood: the tenant of the platform. Stored with what it says itself; {@link
 * #under} adds what it inherits.
 *
 * @param version counts the changes; its ETag
 * @param path ids from the root to this territory
 * @param districts the names that projects may give; empty when any may
 * @param themes empty when those of the territory above hold
 * @param policy its own, at the moment of the reading or of the last change; null when the one of the territory above
 *     holds
 * @param fileVersion of the configuration that last wrote it; 0 when only people did
 * @param editions all its own policies, in the order in which they hold
 * @param templates empty when those of the territory above hold
 */
public record Territory(
        String id,
        long version,
        Label name,
        Kind kind,
        @Nullable String parent,
        List<String> path,
        @Nullable Centre centre,
        @Nullable String inseeCode,
        List<String> districts,
        List<Theme> themes,
        @Nullable String operatorName,
        @Nullable String orias,
        @Nullable Policy policy,
        int fileVersion,
        @Nullable Integer population,
        @Nullable Outline outline,
        Window window,
        Standing standing,
        List<Edition> editions,
        List<AnswerTemplate> templates) {

    public Territory {
        path = List.copyOf(path);
        districts = List.copyOf(districts);
        themes = List.copyOf(themes);
        // Territories that were stored before there were these have none.
        window = window == null ? Window.NONE : window;
        standing = standing == null ? Standing.ACTIVE : standing;
        editions = editions == null ? first(policy) : List.copyOf(editions);
        templates = templates == null ? List.of() : List.copyOf(templates);
    }

    private static List<Edition> first(@Nullable Policy policy) {
        return policy == null
                ? List.of()
                : List.of(new Edition(policy.version(), policy, Instant.EPOCH, Instant.EPOCH, "configuration", ""));
    }

    /** A new territory, or the next version of one, as the form wants it. The form has passed {@link TerritoryRules}. */
    static Territory from(
            String id,
            TerritoryForm form,
            List<String> parentPath,
            @Nullable Territory before,
            int fileVersion,
            String by,
            Instant now) {
        List<String> path = new ArrayList<>(parentPath);
        path.add(id);
        List<Edition> editions =
                Editions.enact(before == null ? List.of() : before.editions(), form.policy(), now, now, by, "");
        return new Territory(
                id,
                before == null ? 1 : before.version() + 1,
                form.name(),
                Kind.named(form.kind()).orElseThrow(),
                form.parent(),
                path,
                form.centre(),
                form.inseeCode(),
                form.districts() == null ? List.of() : form.districts(),
                form.themes() == null ? List.of() : form.themes(),
                form.operatorName(),
                form.orias(),
                Editions.policyAt(editions, now),
                fileVersion,
                form.population(),
                form.outline(),
                form.window() == null ? Window.NONE : form.window(),
                before == null ? Standing.ACTIVE : before.standing(),
                editions,
                before == null ? List.of() : before.templates());
    }

    /** The next version, which says this about policies. */
    Territory withEditions(List<Edition> editions, Instant now) {
        return changed(Editions.policyAt(editions, now), window, standing, editions, templates);
    }

    Territory withStanding(Standing standing) {
        return changed(policy, window, standing, editions, templates);
    }

    Territory withTemplates(List<AnswerTemplate> templates) {
        return changed(policy, window, standing, editions, templates);
    }

    Territory withWindow(Window window) {
        return changed(policy, window, standing, editions, templates);
    }

    private Territory changed(
            @Nullable Policy policy,
            Window window,
            Standing standing,
            List<Edition> editions,
            List<AnswerTemplate> templates) {
        return new Territory(
                id,
                version + 1,
                name,
                kind,
                parent,
                path,
                centre,
                inseeCode,
                districts,
                themes,
                operatorName,
                orias,
                policy,
                fileVersion,
                population,
                outline,
                window,
                standing,
                editions,
                templates);
    }

    /** With the policy that holds at this moment. */
    Territory at(Instant now) {
        Policy held = Editions.policyAt(editions, now);
        return completed(themes, operatorName, orias, held, window, standing, templates);
    }

    /** With what it does not say itself, from the territory above (which has been completed so before). */
    Territory under(Territory above) {
        return completed(
                themes.isEmpty() ? above.themes() : themes,
                operatorName == null ? above.operatorName() : operatorName,
                orias == null ? above.orias() : orias,
                policy == null ? above.policy() : policy,
                window.under(above.window()),
                standing.under(above.standing()),
                templates.isEmpty() ? above.templates() : templates);
    }

    private Territory completed(
            List<Theme> themes,
            @Nullable String operatorName,
            @Nullable String orias,
            @Nullable Policy policy,
            Window window,
            Standing standing,
            List<AnswerTemplate> templates) {
        return new Territory(
                id,
                version,
                name,
                kind,
                parent,
                path,
                centre,
                inseeCode,
                districts,
                themes,
                operatorName,
                orias,
                policy,
                fileVersion,
                population,
                outline,
                window,
                standing,
                editions,
                templates);
    }

    public Optional<Edition> edition(int version) {
        return editions.stream().filter(edition -> edition.version() == version).findFirst();
    }

    /** In what an edition of its own differs from the one before it. */
    public List<Difference> changedBy(Edition edition) {
        Policy before = Editions.before(editions, edition).map(Edition::policy).orElse(null);
        return Difference.between(before, edition.policy());
    }

    /** Its own policy or the inherited one: a root is never stored without. */
    public Policy requiredPolicy() {
        if (policy == null) {
            throw new IllegalStateException("territory " + id + " was read without what it inherits");
        }
        return policy;
    }
}
