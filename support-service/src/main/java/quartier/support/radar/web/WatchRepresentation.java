package quartier.support.radar.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.support.radar.ReadRadar.Watched;

/** A line of a watch list, for the supporter's agents only. */
record WatchRepresentation(@Nullable String note, String by, Instant at, SightingRepresentation project) {

    static WatchRepresentation of(Watched watched) {
        return new WatchRepresentation(
                watched.watch().note(),
                watched.watch().by(),
                watched.watch().at(),
                SightingRepresentation.of(watched.project(), List.of(), true));
    }
}
