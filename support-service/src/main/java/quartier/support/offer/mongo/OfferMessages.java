package quartier.support.offer.mongo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import quartier.platform.outbox.OutboundEvent;
import quartier.platform.outbox.OutboundEvents;
import quartier.support.offer.Euros;
import quartier.support.offer.OfferTopics;
import quartier.support.offer.SupportOffer;

/** What other services hear of an offer; contracts/events describes it. */
@Component
final class OfferMessages {

    private record Money(long amount, String currency) {}

    private record OfferChanged(
            String offer,
            String supporter,
            String supporterName,
            @JsonProperty("public") boolean isPublic,
            String project,
            String owner,
            String kind,
            String title,
            @Nullable Money amount,
            @Nullable String conditions) {}

    private final OutboundEvents events;

    OfferMessages(OutboundEvents events) {
        this.events = events;
    }

    /** The fact that the offer came to its present state. */
    List<OutboundEvent> of(SupportOffer offer, long version, Instant at) {
        String what = offer.state().name().toLowerCase(Locale.ROOT);
        Euros amount = offer.help().amount();
        return List.of(events.event(
                OfferTopics.OFFERS,
                "quartier.support-offer." + what + ".v1",
                offer.id(),
                version,
                at,
                new OfferChanged(
                        offer.id(),
                        offer.supporter().id(),
                        offer.supporter().name(),
                        offer.supporter().isPublic(),
                        offer.project(),
                        offer.owner(),
                        offer.help().kind().name().toLowerCase(Locale.ROOT),
                        offer.help().title(),
                        amount == null ? null : new Money(amount.minorUnits(), "EUR"),
                        offer.help().conditions())));
    }
}
