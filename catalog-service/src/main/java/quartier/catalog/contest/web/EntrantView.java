package quartier.catalog.contest.web;

import org.jspecify.annotations.Nullable;
import quartier.catalog.contest.Entrant;

/** A project that is judged. */
record EntrantView(
        String project,
        String slug,
        String title,
        @Nullable String pitch,
        String territory,
        @Nullable String district,
        @Nullable String theme,
        String state) {

    static EntrantView of(Entrant entrant) {
        return new EntrantView(
                entrant.project(),
                entrant.slug(),
                entrant.title(),
                entrant.pitch(),
                entrant.territory(),
                entrant.district(),
                entrant.theme(),
                entrant.state());
    }
}
