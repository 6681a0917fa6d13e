package quartier.catalog.territory;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Founds and changes territories, at an administrator's wish or as the configuration says. */
public final class GovernTerritories {

    private final Territories territories;

    public GovernTerritories(Territories territories) {
        this.territories = territories;
    }

    /** @param readVersion the version that the caller had read; empty when the territory is to be new */
    public Governed put(String id, TerritoryForm form, Optional<Long> readVersion, Administrator by) {
        Optional<Territory> before = territories.find(id);
        boolean allowed = before.map(known -> by.administers(known.path())).orElseGet(by::isOperator);
        if (!allowed) {
            return new Governed.NotAllowed();
        }
        if (before.isPresent() && readVersion.isEmpty()) {
            return new Governed.VersionMissing();
        }
        long version = before.map(Territory::version).orElse(0L);
        if (readVersion.filter(read -> read != version).isPresent()) {
            return new Governed.Stale();
        }
        return store(id, form, before, before.map(Territory::fileVersion).orElse(0));
    }

    /** Writes what the configuration says, unless the territory was already written from this version of it. */
    public Governed configure(String id, TerritoryForm form, int fileVersion) {
        Optional<Territory> before = territories.find(id);
        if (before.isPresent() && before.get().fileVersion() >= fileVersion) {
            return new Governed.Stored(before.get(), false);
        }
        return store(id, form, before, fileVersion);
    }

    private Governed store(String id, TerritoryForm form, Optional<Territory> before, int fileVersion) {
        List<Breach> breaches = new ArrayList<>(TerritoryRules.check(id, form));
        if (before.isPresent() && !Objects.equals(before.get().parent(), form.parent())) {
            breaches.add(new Breach("parent", "parent-fixed"));
        }
        List<String> parentPath = List.of();
        if (form.parent() != null) {
            Optional<Territory> parent = territories.find(form.parent());
            if (parent.isEmpty()) {
                breaches.add(new Breach("parent", "unknown-parent"));
            }
            parentPath = parent.map(Territory::path).orElse(List.of());
        }
        if (!breaches.isEmpty()) {
            return new Governed.RulesBroken(breaches);
        }
        Territory next = Territory.from(id, form, parentPath, before.orElse(null), fileVersion);
        boolean stored = before.isEmpty() ? territories.insert(next) : territories.replace(next);
        return stored ? new Governed.Stored(next, before.isEmpty()) : new Governed.Stale();
    }
}
