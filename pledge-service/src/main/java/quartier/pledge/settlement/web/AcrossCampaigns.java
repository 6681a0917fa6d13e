package quartier.pledge.settlement.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import quartier.pledge.escrow.Concern;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.EscrowViews;
import quartier.pledge.escrow.EscrowViews.Place;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.escrow.web.Page;

/**
 * Things of many campaigns as one list: which campaigns have any is read from the projections, the things themselves
 * from each campaign's escrow. By the campaigns' deadlines, and by id within one.
 */
@Component
final class AcrossCampaigns {

    /** @param id unique within its campaign */
    record Item<T>(String id, T json) {}

    private static final int CAMPAIGNS_AT_ONCE = 20;

    private final EscrowViews views;
    private final Escrows escrows;

    AcrossCampaigns(EscrowViews views, Escrows escrows) {
        this.views = views;
        this.escrows = escrows;
    }

    <T> Page<T> list(Concern concern, @Nullable Cursor from, int limit, Function<Escrow, Stream<Item<T>>> itemsOf) {
        List<T> shown = new ArrayList<>();
        Place last = null;
        if (from != null) {
            last = from.place();
            if (!from.item().isEmpty()) {
                String more = add(from.place(), from.item(), limit, itemsOf, shown);
                if (more != null) {
                    return new Page<>(shown, more);
                }
            }
        }
        while (true) {
            List<Place> places = views.places(concern, last, CAMPAIGNS_AT_ONCE);
            for (Place place : places) {
                if (shown.size() == limit) {
                    return new Page<>(shown, new Cursor(Objects.requireNonNull(last), "").write());
                }
                String more = add(place, "", limit, itemsOf, shown);
                if (more != null) {
                    return new Page<>(shown, more);
                }
                last = place;
            }
            if (places.size() < CAMPAIGNS_AT_ONCE) {
                return new Page<>(shown, null);
            }
        }
    }

    /** Adds what the campaign has beyond this item; the cursor of what is left of it, or null when nothing is. */
    private <T> @Nullable String add(
            Place place, String after, int limit, Function<Escrow, Stream<Item<T>>> itemsOf, List<T> shown) {
        List<Item<T>> items = escrows.find(place.campaign()).stream()
                .flatMap(itemsOf)
                .filter(item -> item.id().compareTo(after) > 0)
                .sorted(Comparator.comparing(Item::id))
                .toList();
        int room = limit - shown.size();
        items.stream().limit(room).map(Item::json).forEach(shown::add);
        return items.size() > room ? new Cursor(place, items.get(room - 1).id()).write() : null;
    }
}
