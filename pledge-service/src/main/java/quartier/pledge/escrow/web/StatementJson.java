package quartier.pledge.escrow.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.PledgeView;
import quartier.pledge.escrow.PledgeViews;
import quartier.pledge.escrow.Refund;
import quartier.pledge.escrow.Split;
import quartier.pledge.escrow.Statement;

/**
 * A campaign's accounts, for its owner and the staff.
 *
 * @param page of the journal, up to which the balances go
 * @param collected confirmed and not cancelled, with what sponsors added
 * @param refunded given back so far
 * @param owed to backers: refunds that are due or failed
 * @param commission before tax, as are {@code vat}, {@code fees} and {@code net}: from the verdict on, before it as
 *     they would be now; nothing when the goal was not reached
 * @param cashDue what of the net is cash that the operator still has to hand over
 * @param payee how far the check of the owner's identity is; payouts that are due wait for {@code verified}
 * @param balances by account, debits minus credits, in minor units
 * @param failedRefunds the ones that somebody has to look after
 */
record StatementJson(
        String campaign,
        String state,
        long page,
        boolean settled,
        MoneyJson collected,
        MoneyJson refunded,
        MoneyJson owed,
        MoneyJson commission,
        MoneyJson vat,
        MoneyJson fees,
        MoneyJson net,
        String payee,
        List<CampaignJson.PayoutJson> payouts,
        MoneyJson cashDue,
        Map<String, Long> balances,
        List<FailedRefund> failedRefunds,
        Page<Line> pledges) {

    record FailedRefund(String refund, String pledge, MoneyJson amount, String reason, int attempt, String failure) {}

    /** @param backer the member's id; names are for those who deliver, later */
    record Line(
            String pledge,
            String backer,
            @Nullable String organisation,
            MoneyJson amount,
            @Nullable String tier,
            String state,
            Instant placedAt) {}

    private static final int FAILED_SHOWN = 100;

    static StatementJson of(Escrow escrow, Statement statement, PledgeViews.Slice pledges, String payee) {
        var terms = escrow.terms();
        var totals = escrow.totals();
        Split split = escrow.split().orElseGet(() -> expected(escrow));
        return new StatementJson(
                escrow.campaign(),
                escrow.state().name().toLowerCase(Locale.ROOT),
                statement.page(),
                escrow.isSettled(),
                MoneyJson.of(escrow.raised()),
                MoneyJson.of(terms.money(totals.refunded())),
                MoneyJson.of(terms.money(totals.owed())),
                MoneyJson.of(terms.money(split.commission())),
                MoneyJson.of(terms.money(split.vat())),
                MoneyJson.of(terms.money(split.fees())),
                MoneyJson.of(terms.money(split.net())),
                payee,
                CampaignJson.payouts(escrow),
                MoneyJson.of(terms.money(escrow.cashDue())),
                balances(statement),
                escrow.refunds()
                        .filter(Refund.Failed.class::isInstance)
                        .map(Refund.Failed.class::cast)
                        .limit(FAILED_SHOWN)
                        .map(failed -> failedRefund(escrow, failed))
                        .toList(),
                new Page<>(pledges.pledges().stream().map(StatementJson::line).toList(), pledges.next()));
    }

    private static Split expected(Escrow escrow) {
        var terms = escrow.terms();
        var totals = escrow.totals();
        return escrow.state().isOver()
                ? Split.of(0, terms.commissionBasisPoints(), terms.vatBasisPoints(), 0)
                : Split.of(totals.raised(), terms.commissionBasisPoints(), terms.vatBasisPoints(), totals.fees());
    }

    private static Map<String, Long> balances(Statement statement) {
        Map<String, Long> balances = new TreeMap<>();
        statement.balances().forEach((account, balance) -> balances.put(account.code(), balance));
        return balances;
    }

    private static FailedRefund failedRefund(Escrow escrow, Refund.Failed failed) {
        var money = failed.of();
        return new FailedRefund(
                money.id(),
                money.pledge(),
                MoneyJson.of(escrow.terms().money(money.amountMinorUnits())),
                money.reason().name().toLowerCase(Locale.ROOT),
                failed.attempt(),
                failed.failure());
    }

    private static Line line(PledgeView view) {
        var promise = view.promise();
        return new Line(
                promise.pledge(),
                promise.backer(),
                promise.organisation(),
                new MoneyJson(promise.amountMinorUnits(), view.currency()),
                promise.tier(),
                view.status().name().toLowerCase(Locale.ROOT),
                promise.placedAt());
    }
}
