package quartier.catalog.territory;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A city, metropolis, region or neighbourhood: the tenant of the platform. Stored with what it says itself; {@link
 * #under} adds what it inherits.
 *
 * @param version counts the changes; its ETag
 * @param path ids from the root to this territory
 * @param districts the names that projects may give; empty when any may
 * @param themes empty when those of the territory above hold
 * @param policy null when the one of the territory above holds
 * @param fileVersion of the configuration that last wrote it; 0 when only people did
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
        int fileVersion) {

    public Territory {
        path = List.copyOf(path);
        districts = List.copyOf(districts);
        themes = List.copyOf(themes);
    }

    /** A new territory, or the next version of one, as the form wants it. The form has passed {@link TerritoryRules}. */
    static Territory from(
            String id, TerritoryForm form, List<String> parentPath, @Nullable Territory before, int fileVersion) {
        List<String> path = new ArrayList<>(parentPath);
        path.add(id);
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
                next(form.policy(), before == null ? null : before.policy()),
                fileVersion);
    }

    /** The same policy keeps its version; another one gets the next. */
    private static @Nullable Policy next(@Nullable Policy wanted, @Nullable Policy before) {
        if (wanted == null) {
            return null;
        }
        if (before == null) {
            return wanted.withVersion(1);
        }
        Policy unchanged = wanted.withVersion(before.version());
        return unchanged.equals(before) ? before : wanted.withVersion(before.version() + 1);
    }

    /** With what it does not say itself, from the territory above (which has been completed so before). */
    Territory under(Territory above) {
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
                themes.isEmpty() ? above.themes() : themes,
                operatorName == null ? above.operatorName() : operatorName,
                orias == null ? above.orias() : orias,
                policy == null ? above.policy() : policy,
                fileVersion);
    }

    /** Its own policy or the inherited one: a root is never stored without. */
    public Policy requiredPolicy() {
        if (policy == null) {
            throw new IllegalStateException("territory " + id + " was read without what it inherits");
        }
        return policy;
    }
}
