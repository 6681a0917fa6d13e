package quartier.support.offer.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quartier.support.offer.Euros;
import quartier.support.offer.Help;
import quartier.support.offer.Instrument;
import quartier.support.offer.SupportOffer;
import quartier.support.web.Money;

/** An offer. The agent who made it and the owner's refusal are shown to the two parties only. */
record OfferRepresentation(
        String id,
        String supporter,
        String supporterName,
        @JsonProperty("public") boolean isPublic,
        String project,
        String projectSlug,
        String projectTitle,
        String kind,
        String title,
        @Nullable String description,
        @Nullable Money amount,
        @Nullable InstrumentRepresentation instrument,
        @Nullable String conditions,
        String state,
        Instant madeAt,
        @Nullable Instant endedAt,
        @Nullable String reason,
        @Nullable String madeBy) {

    record InstrumentRepresentation(
            @Nullable String deliberation,
            @Nullable LocalDate date,
            @Nullable String convention) {}

    static OfferRepresentation of(SupportOffer offer, boolean toParty) {
        Help help = offer.help();
        Euros amount = help.amount();
        Instrument instrument = help.instrument();
        return new OfferRepresentation(
                offer.id(),
                offer.supporter().id(),
                offer.supporter().name(),
                offer.supporter().isPublic(),
                offer.project(),
                offer.projectSlug(),
                offer.projectTitle(),
                help.kind().name().toLowerCase(Locale.ROOT),
                help.title(),
                help.description(),
                amount == null ? null : new Money(amount.minorUnits(), "EUR"),
                instrument.equals(Instrument.NONE)
                        ? null
                        : new InstrumentRepresentation(
                                instrument.deliberation(), instrument.date(), instrument.convention()),
                help.conditions(),
                offer.state().name().toLowerCase(Locale.ROOT),
                offer.madeAt(),
                offer.endedAt(),
                toParty ? offer.reason() : null,
                toParty ? offer.madeBy() : null);
    }
}
