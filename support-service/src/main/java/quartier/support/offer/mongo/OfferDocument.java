package quartier.support.offer.mongo;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import quartier.support.offer.Euros;
import quartier.support.offer.Help;
import quartier.support.offer.Instrument;
import quartier.support.offer.OfferState;
import quartier.support.offer.OfferingSupporter;
import quartier.support.offer.SupportKind;
import quartier.support.offer.SupportOffer;

/**
 * A support offer as it is stored below {@code state}.
 *
 * @param deliberationDate ISO 8601: a day, not an instant
 */
record OfferDocument(
        String id,
        SupporterOfOffer supporter,
        String project,
        String projectSlug,
        String projectTitle,
        String owner,
        SupportKind kind,
        String title,
        @Nullable String description,
        @Nullable Long amountMinorUnits,
        @Nullable String deliberation,
        @Nullable String deliberationDate,
        @Nullable String convention,
        @Nullable String conditions,
        String madeBy,
        String fingerprint,
        Instant madeAt,
        OfferState state,
        @Nullable Instant endedAt,
        @Nullable String reason) {

    record SupporterOfOffer(String id, String name, boolean publicBody) {}

    static OfferDocument of(SupportOffer offer) {
        Help help = offer.help();
        Euros amount = help.amount();
        LocalDate date = help.instrument().date();
        return new OfferDocument(
                offer.id(),
                new SupporterOfOffer(
                        offer.supporter().id(),
                        offer.supporter().name(),
                        offer.supporter().isPublic()),
                offer.project(),
                offer.projectSlug(),
                offer.projectTitle(),
                offer.owner(),
                help.kind(),
                help.title(),
                help.description(),
                amount == null ? null : amount.minorUnits(),
                help.instrument().deliberation(),
                date == null ? null : date.toString(),
                help.instrument().convention(),
                help.conditions(),
                offer.madeBy(),
                offer.fingerprint(),
                offer.madeAt(),
                offer.state(),
                offer.endedAt(),
                offer.reason());
    }

    SupportOffer toOffer() {
        return new SupportOffer(
                id,
                new OfferingSupporter(supporter.id(), supporter.name(), supporter.publicBody()),
                project,
                projectSlug,
                projectTitle,
                owner,
                help(),
                madeBy,
                fingerprint,
                madeAt,
                state,
                endedAt,
                reason);
    }

    private Help help() {
        LocalDate date = deliberationDate == null ? null : LocalDate.parse(deliberationDate);
        return new Help(
                kind,
                title,
                description,
                amountMinorUnits == null ? null : new Euros(amountMinorUnits),
                new Instrument(deliberation, date, convention),
                conditions);
    }
}
