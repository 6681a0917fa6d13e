package quartier.pledge.escrow.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Money;
import quartier.pledge.escrow.Payout;
import quartier.pledge.escrow.Tier;
import quartier.pledge.escrow.TierCount;

/** A campaign's money as everybody may see it. */
record CampaignJson(
        String id,
        String state,
        MoneyJson goal,
        MoneyJson cap,
        Instant deadline,
        MoneyJson collected,
        MoneyJson held,
        long percent,
        int backers,
        List<TierJson> tiers,
        int commissionBasisPoints,
        @Nullable PayoutJson payout) {

    /** @param left how many can still be had; null is unlimited */
    record TierJson(
            String id,
            MoneyJson amount,
            int sold,
            int held,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Integer left) {}

    record PayoutJson(
            String state, MoneyJson amount, @Nullable Instant at) {}

    static CampaignJson of(Escrow escrow) {
        var terms = escrow.terms();
        return new CampaignJson(
                escrow.campaign(),
                escrow.state().name().toLowerCase(Locale.ROOT),
                MoneyJson.of(terms.money(terms.goal())),
                MoneyJson.of(terms.money(terms.cap())),
                terms.deadline(),
                MoneyJson.of(escrow.collected()),
                MoneyJson.of(escrow.held()),
                escrow.percent(),
                escrow.backers(),
                terms.tiers().stream().map(tier -> tier(escrow, tier)).toList(),
                terms.commissionBasisPoints(),
                payout(escrow));
    }

    static @Nullable PayoutJson payout(Escrow escrow) {
        return switch (escrow.payout().orElse(null)) {
            case Payout.Due due -> new PayoutJson("due", money(escrow, due), null);
            case Payout.Failed failed -> new PayoutJson("failed", money(escrow, failed), null);
            case Payout.Done done -> new PayoutJson("done", money(escrow, done), done.at());
            case null -> null;
        };
    }

    private static MoneyJson money(Escrow escrow, Payout payout) {
        Money amount = escrow.terms().money(payout.amountMinorUnits());
        return MoneyJson.of(amount);
    }

    private static TierJson tier(Escrow escrow, Tier tier) {
        TierCount count = escrow.tier(tier.id());
        Integer stock = tier.stock();
        return new TierJson(
                tier.id(),
                MoneyJson.of(escrow.terms().money(tier.amountMinorUnits())),
                count.sold(),
                count.held(),
                stock == null ? null : stock - count.sold() - count.held());
    }
}
