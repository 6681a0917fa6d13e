package quartier.pledge.escrow.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Allowance;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.MatchRule;
import quartier.pledge.escrow.Payout;
import quartier.pledge.escrow.Tier;
import quartier.pledge.escrow.TierCount;

/**
 * A campaign's money as everybody may see it.
 *
 * @param loans how they are repaid; null where none are taken
 */
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
        MoneyJson matched,
        List<AllowanceJson> allowances,
        List<PayoutJson> payouts,
        LoansJson.@Nullable TermsJson loans) {

    /**
     * @param left how many can still be had; null is unlimited
     * @param closed by the owner: nobody takes one any more
     */
    record TierJson(
            String id,
            MoneyJson amount,
            int sold,
            int held,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Integer left,

            boolean closed) {}

    /**
     * What a sponsor adds.
     *
     * @param left what it may still add, reserved for this campaign
     */
    record AllowanceJson(String id, String fund, MoneyJson matched, MoneyJson left, boolean open, RuleJson rule) {}

    /** @param kind {@code proportional} or {@code lump_sum}; amounts are minor units */
    record RuleJson(
            String kind,
            @Nullable Integer ratioBasisPoints,
            @Nullable Long fromMinorUnits,
            @Nullable Long perPledgeMinorUnits,
            @Nullable Long perBackerMinorUnits,
            @Nullable Long amountMinorUnits,
            @Nullable String trigger,
            @Nullable Long reached) {}

    /**
     * @param id {@code main}, or {@code reserve} for what waits because its payers may still take it back
     * @param from not paid earlier
     */
    record PayoutJson(
            String id,
            String state,
            MoneyJson amount,
            @Nullable Instant from,
            @Nullable Instant at,
            @Nullable String failure) {}

    static CampaignJson of(Escrow escrow) {
        var terms = escrow.terms();
        return new CampaignJson(
                escrow.campaign(),
                escrow.state().name().toLowerCase(Locale.ROOT),
                MoneyJson.of(terms.money(terms.goal())),
                MoneyJson.of(terms.money(terms.cap())),
                terms.deadline(),
                MoneyJson.of(escrow.raised()),
                MoneyJson.of(escrow.held()),
                escrow.percent(),
                escrow.backers(),
                terms.tiers().stream().map(tier -> tier(escrow, tier)).toList(),
                terms.commissionBasisPoints(),
                MoneyJson.of(terms.money(escrow.totals().matched())),
                escrow.allowances().stream()
                        .map(allowance -> allowance(escrow, allowance))
                        .toList(),
                payouts(escrow),
                terms.loans() == null ? null : LoansJson.terms(escrow, terms.loans()));
    }

    static List<PayoutJson> payouts(Escrow escrow) {
        return escrow.payouts().map(payout -> payout(escrow, payout)).toList();
    }

    private static PayoutJson payout(Escrow escrow, Payout payout) {
        MoneyJson amount = MoneyJson.of(escrow.terms().money(payout.amountMinorUnits()));
        return switch (payout) {
            case Payout.Due due -> new PayoutJson(due.id(), "due", amount, due.from(), null, null);
            case Payout.Failed failed -> new PayoutJson(failed.id(), "failed", amount, null, null, failed.failure());
            case Payout.CameBack back -> new PayoutJson(back.id(), "came_back", amount, null, null, back.failure());
            case Payout.Done done -> new PayoutJson(done.id(), "done", amount, null, done.at(), null);
        };
    }

    private static AllowanceJson allowance(Escrow escrow, Allowance allowance) {
        return new AllowanceJson(
                allowance.id(),
                allowance.fund(),
                MoneyJson.of(escrow.terms().money(allowance.matchedMinorUnits())),
                MoneyJson.of(escrow.terms().money(allowance.leftMinorUnits())),
                allowance.open(),
                rule(allowance.rule()));
    }

    private static RuleJson rule(MatchRule rule) {
        return switch (rule) {
            case MatchRule.Proportional r ->
                new RuleJson(
                        "proportional",
                        r.ratioBasisPoints(),
                        r.fromMinorUnits(),
                        r.perPledgeMinorUnits(),
                        r.perBackerMinorUnits(),
                        null,
                        null,
                        null);
            case MatchRule.LumpSum r ->
                new RuleJson(
                        "lump_sum",
                        null,
                        null,
                        null,
                        null,
                        r.amountMinorUnits(),
                        r.trigger().name().toLowerCase(Locale.ROOT),
                        r.reached());
        };
    }

    private static TierJson tier(Escrow escrow, Tier tier) {
        TierCount count = escrow.tier(tier.id());
        Integer stock = tier.stock();
        return new TierJson(
                tier.id(),
                MoneyJson.of(escrow.terms().money(tier.amountMinorUnits())),
                count.sold(),
                count.held(),
                stock == null ? null : stock - count.sold() - count.held(),
                count.closed());
    }
}
