package quartier.catalog.territory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Territories and host names in maps, guarded as the store guards them. */
final class InMemoryTerritories implements Territories {

    private final Map<String, Territory> all = new LinkedHashMap<>();
    private final Map<String, String> hosts = new LinkedHashMap<>();

    @Override
    public Optional<Territory> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public List<Territory> all() {
        return List.copyOf(all.values());
    }

    @Override
    public boolean insert(Territory first) {
        return all.putIfAbsent(first.id(), first) == null;
    }

    @Override
    public boolean replace(Territory next) {
        Territory before = all.get(next.id());
        if (before == null || before.version() != next.version() - 1) {
            return false;
        }
        all.put(next.id(), next);
        return true;
    }

    @Override
    public boolean claimHost(String host, String territory) {
        hosts.putIfAbsent(host, territory);
        return territory.equals(hosts.get(host));
    }

    @Override
    public void releaseHost(String host, String territory) {
        hosts.remove(host, territory);
    }
}
