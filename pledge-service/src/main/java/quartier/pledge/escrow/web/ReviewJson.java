package quartier.pledge.escrow.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Pledge;
import quartier.pledge.escrow.Promise;

/**
 * A pledge that somebody has to look at, for the operator.
 *
 * @param backer the member's opaque id
 * @param reasons the ids of the rules that ask for it
 * @param deadline the campaign's; after it there is no verdict while a review is open
 */
record ReviewJson(
        String pledge,
        String campaign,
        MoneyJson amount,
        String backer,
        @Nullable String organisation,
        String state,
        List<String> reasons,
        Instant since,
        long ageSeconds,
        Instant deadline) {

    static ReviewJson of(ReviewQueue.Open open, Instant now) {
        Escrow escrow = open.escrow();
        Pledge pledge = escrow.pledge(open.review().pledge())
                .orElseThrow(() -> new IllegalStateException("A review is of a pledge in its escrow"));
        Promise promise = pledge.promise();
        return new ReviewJson(
                promise.pledge(),
                escrow.campaign(),
                MoneyJson.of(escrow.terms().money(promise.amountMinorUnits())),
                promise.backer(),
                promise.organisation(),
                escrow.status(pledge).name().toLowerCase(Locale.ROOT),
                open.review().reasons(),
                open.review().since(),
                Math.max(0, Duration.between(open.review().since(), now).toSeconds()),
                escrow.terms().deadline());
    }
}
