package quartier.inkind.need;

import org.jspecify.annotations.Nullable;

/**
 * Which needs a list shows, the latest first; null leaves a condition out.
 *
 * @param territory needs of this territory and of those within it
 * @param open only those that take offers
 * @param owner needs of this member's projects
 * @param offeredBy needs on which this member made an offer
 * @param cursor where the page before ended
 */
public record NeedFilter(
        @Nullable String project,
        @Nullable String territory,
        @Nullable NeedKind kind,
        boolean open,
        @Nullable String owner,
        @Nullable String offeredBy,
        @Nullable NeedCursor cursor,
        int limit) {

    public static NeedFilter ofOwner(String owner, @Nullable NeedCursor cursor, int limit) {
        return new NeedFilter(null, null, null, false, owner, null, cursor, limit);
    }

    public static NeedFilter offeredBy(String member, @Nullable NeedCursor cursor, int limit) {
        return new NeedFilter(null, null, null, false, null, member, cursor, limit);
    }
}
