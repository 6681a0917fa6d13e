package quartier.catalog.territory;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Founds and changes territories, at an administrator's wish or as the configuration says. */
public final class GovernTerritories {

    private static final String CONFIGURATION = "configuration";

    private final Territories territories;
    private final Clock clock;

    public GovernTerritories(Territories territories, Clock clock) {
        this.territories = territories;
        this.clock = clock;
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
        return store(id, form, before, before.map(Territory::fileVersion).orElse(0), by.memberId());
    }

    /** Writes what the configuration says, unless the territory was already written from this version of it. */
    public Governed configure(String id, TerritoryForm form, int fileVersion) {
        Optional<Territory> before = territories.find(id);
        if (before.isPresent() && before.get().fileVersion() >= fileVersion) {
            return new Governed.Stored(before.get(), false);
        }
        return store(id, form, before, fileVersion, CONFIGURATION);
    }

    private Governed store(String id, TerritoryForm form, Optional<Territory> before, int fileVersion, String by) {
        Optional<Territory> parent = Optional.ofNullable(form.parent()).flatMap(territories::find);
        List<Breach> breaches = new ArrayList<>(TerritoryRules.check(id, form));
        breaches.addAll(TreeRules.check(id, form, before, parent, territories.all()));
        if (!breaches.isEmpty()) {
            return new Governed.RulesBroken(breaches);
        }
        List<String> hosts = form.window() == null ? List.of() : form.window().hosts();
        List<String> known = before.map(territory -> territory.window().hosts()).orElse(List.of());
        List<Breach> taken = claim(hosts, known, id);
        if (!taken.isEmpty()) {
            return new Governed.RulesBroken(taken);
        }
        Instant now = clock.instant();
        List<String> parentPath = parent.map(Territory::path).orElse(List.of());
        Territory next = Territory.from(id, form, parentPath, before.orElse(null), fileVersion, by, now);
        boolean stored = before.isEmpty() ? territories.insert(next) : territories.replace(next);
        release(stored ? known : hosts, stored ? hosts : known, id);
        return stored ? new Governed.Stored(next, before.isEmpty()) : new Governed.Stale();
    }

    /** Before the territory is stored, so that two of them can never have one host name. */
    private List<Breach> claim(List<String> hosts, List<String> known, String id) {
        List<Breach> taken = new ArrayList<>();
        for (int i = 0; i < hosts.size(); i++) {
            if (!territories.claimHost(hosts.get(i), id)) {
                taken.add(new Breach("window.hosts[" + i + "]", "host-taken", hosts.get(i)));
            }
        }
        if (!taken.isEmpty()) {
            release(hosts, known, id);
        }
        return taken;
    }

    private void release(List<String> claimed, List<String> kept, String id) {
        claimed.stream()
                .filter(host -> kept.stream().noneMatch(other -> Objects.equals(other, host)))
                .forEach(host -> territories.releaseHost(host, id));
    }
}
