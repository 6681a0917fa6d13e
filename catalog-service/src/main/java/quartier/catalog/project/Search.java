package quartier.catalog.project;

import org.jspecify.annotations.Nullable;

/**
 * What a reader looks for among public projects; null where any will do.
 *
 * @param territory this one or any below it
 * @param text words of the title, the pitch, the place, the needs or the story; nothing in it is syntax
 * @param cursor where the previous page ended
 * @param limit the most that a page may hold
 * @param facets whether to count too, which looks at all that match
 */
public record Search(
        @Nullable String territory,
        @Nullable String theme,
        @Nullable String district,
        @Nullable ProjectState state,
        @Nullable NeedKind needKind,
        @Nullable String owner,
        @Nullable String call,
        @Nullable Progress progress,
        @Nullable Near near,
        @Nullable Box box,
        @Nullable String text,
        Sort sort,
        @Nullable Cursor cursor,
        int limit,
        boolean facets) {

    /**
     * NEWEST by launch, ENDING by deadline, SUPPORTED by percent of the goal, RELEVANT by the words, NEAREST by the
     * distance from {@link #near}.
     */
    public enum Sort {
        NEWEST,
        ENDING,
        SUPPORTED,
        RELEVANT,
        NEAREST
    }

    public Search {
        if (sort == Sort.ENDING && state == null) {
            state = ProjectState.LIVE;
        }
        if (sort == Sort.NEAREST && near == null) {
            throw new IllegalArgumentException("nearest to nothing");
        }
    }

    /** The same whatever the value of this kind, to count what another choice would give. */
    public Search without(Facets.Kind kind) {
        return new Search(
                kind == Facets.Kind.TERRITORY ? null : territory,
                kind == Facets.Kind.THEME ? null : theme,
                kind == Facets.Kind.DISTRICT ? null : district,
                kind == Facets.Kind.STATE ? null : state,
                kind == Facets.Kind.NEED_KIND ? null : needKind,
                owner,
                call,
                kind == Facets.Kind.PROGRESS ? null : progress,
                near,
                box,
                text,
                sort == Sort.ENDING && kind == Facets.Kind.STATE ? Sort.NEWEST : sort,
                cursor,
                limit,
                facets);
    }
}
