package quartier.catalog.territory;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A change of a territory that there is, by somebody who may, on the version that they read. */
sealed interface Guarded {

    record Next(Territory territory) implements Guarded {}

    record Same() implements Guarded {}

    record Wrong(List<Breach> breaches) implements Guarded {
        public Wrong {
            breaches = List.copyOf(breaches);
        }
    }

    static Governed change(
            Territories territories,
            String id,
            Optional<Long> readVersion,
            Administrator by,
            Function<Territory, Guarded> decide) {
        Optional<Territory> before = territories.find(id);
        if (before.isEmpty()) {
            return new Governed.Unknown();
        }
        if (!by.administers(before.get().path())) {
            return new Governed.NotAllowed();
        }
        if (readVersion.isEmpty()) {
            return new Governed.VersionMissing();
        }
        if (readVersion.get() != before.get().version()) {
            return new Governed.Stale();
        }
        return switch (decide.apply(before.get())) {
            case Next(Territory next) ->
                territories.replace(next) ? new Governed.Stored(next, false) : new Governed.Stale();
            case Same none -> new Governed.Stored(before.get(), false);
            case Wrong(List<Breach> breaches) -> new Governed.RulesBroken(breaches);
        };
    }
}
