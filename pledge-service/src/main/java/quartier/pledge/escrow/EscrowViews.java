package quartier.pledge.escrow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which of all campaigns somebody has to look at, by their deadlines. They follow the journal within moments. */
public interface EscrowViews {

    /** A campaign's place in these lists. */
    record Place(Instant deadline, String campaign) {}

    /** @param after where the list before ended, or null for the first */
    List<Place> places(Concern concern, @Nullable Place after, int limit);

    /** As above, whose deadline is at {@code until} or before. */
    List<Place> open(Instant until, @Nullable Place after, int limit);

    /** Of the campaigns that are {@link Concern#SETTLING}, the ones that follow. */
    List<Progress> settling(@Nullable Place after, int limit);

    Optional<String> campaignOfDispute(String dispute);
}
