package quartier.pledge.escrow.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Account;
import quartier.pledge.escrow.BackerKind;
import quartier.pledge.escrow.Concern;
import quartier.pledge.escrow.Dispute;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Folded;
import quartier.pledge.escrow.Payout;
import quartier.pledge.escrow.Pledge;
import quartier.pledge.escrow.PledgeKind;
import quartier.pledge.escrow.PledgeStatus;
import quartier.pledge.escrow.PledgeView;
import quartier.pledge.escrow.Promise;
import quartier.pledge.escrow.RefundReason;
import quartier.pledge.escrow.Tier;
import quartier.pledge.escrow.TierCount;
import quartier.pledge.escrow.Visibility;

/** What the projections say of a fold, as documents; and back. Times are BSON dates, in milliseconds. */
final class ProjectedDocuments {

    private ProjectedDocuments() {}

    /** The fields of the campaign's document that follow from its journal. */
    static Document escrow(Folded folded) {
        Escrow escrow = folded.escrow();
        if (escrow == null) {
            throw new IllegalArgumentException("nothing to project: " + folded.campaign() + " was not opened");
        }
        Document document = new Document("state", word(escrow.state()))
                .append("owner", escrow.owner())
                .append("currency", escrow.terms().currency())
                .append("goal", escrow.terms().goal())
                .append("cap", escrow.terms().cap())
                .append("deadline", Date.from(escrow.terms().deadline()))
                .append("sequence", escrow.sequence())
                .append("collected", escrow.totals().collected())
                .append("matched", escrow.totals().matched())
                .append("held", escrow.totals().held())
                .append("received", escrow.totals().received())
                .append("owed", escrow.totals().owed())
                .append("refunded", escrow.totals().refunded())
                .append("refunds", escrow.totals().refunds())
                .append("chargedBack", escrow.totals().chargedBack())
                .append("offline", escrow.totals().offline())
                .append("backers", escrow.backers())
                .append("tiers", tiers(escrow))
                .append("settled", escrow.isSettled())
                .append("nextWork", escrow.nextWork().map(Date::from).orElse(null))
                .append(
                        "payouts",
                        escrow.payouts().map(ProjectedDocuments::payout).toList())
                .append("cashDue", escrow.cashDue())
                .append("reviews", (int) escrow.reviews().count())
                .append("refundsDue", escrow.refundsDue())
                .append("cashRefunds", (int) escrow.cashRefunds().count())
                .append("failedRefunds", (int) escrow.failedRefunds().count())
                .append(
                        "failedRefundsSum",
                        escrow.failedRefunds()
                                .mapToLong(failed -> failed.of().amountMinorUnits())
                                .sum())
                .append("disputes", escrow.disputes().map(Dispute::id).sorted().toList())
                .append(
                        "concerns",
                        Concern.of(escrow).map(ProjectedDocuments::word).toList())
                .append("openDisputes", (int) escrow.disputes()
                        .filter(dispute -> dispute.state() == Dispute.State.OPEN)
                        .count())
                .append("arrears", escrow.loans().arrearsMinorUnits());
        Document balances = new Document();
        for (Account account : Account.values()) {
            balances.append(account.code(), folded.balances().getOrDefault(account, 0L));
        }
        return document.append("balances", balances);
    }

    private static List<Document> tiers(Escrow escrow) {
        List<Document> tiers = new ArrayList<>();
        for (Tier tier : escrow.terms().tiers()) {
            TierCount count = escrow.tier(tier.id());
            tiers.add(new Document("id", tier.id()).append("sold", count.sold()).append("held", count.held()));
        }
        return tiers;
    }

    private static Document payout(Payout payout) {
        String state = switch (payout) {
            case Payout.Due ignored -> "due";
            case Payout.Failed ignored -> "failed";
            case Payout.CameBack ignored -> "came_back";
            case Payout.Done ignored -> "done";
        };
        return new Document("id", payout.id()).append("state", state).append("amount", payout.amountMinorUnits());
    }

    static PledgeView view(Escrow escrow, Pledge pledge) {
        return PledgeView.of(escrow, pledge);
    }

    /** The fields of a pledge's document besides its id and page. */
    static Document pledge(PledgeView view) {
        Promise promise = view.promise();
        return new Document("campaign", view.campaign())
                .append("member", promise.backer())
                .append("organisation", promise.organisation())
                .append("amount", promise.amountMinorUnits())
                .append("currency", view.currency())
                .append("tier", promise.tier())
                .append("visibility", word(promise.visibility()))
                .append("fingerprint", promise.fingerprint())
                .append("payment", promise.payment())
                .append("kind", word(promise.kind()))
                .append("backerKind", word(promise.backerKind()))
                .append("rewardWaived", promise.rewardWaived())
                .append("enteredBy", promise.enteredBy())
                .append("placedAt", Date.from(promise.placedAt()))
                .append("status", word(view.status()))
                .append("reason", view.reason())
                .append("refundReason", view.refundReason() == null ? null : word(view.refundReason()))
                .append("confirmedAt", view.confirmedAt() == null ? null : Date.from(view.confirmedAt()))
                // Missing in documents of before, as most pledges have none.
                .append("matched", view.matchedMinorUnits() == 0 ? null : view.matchedMinorUnits());
    }

    static PledgeView view(Document document) {
        String refundReason = document.getString("refundReason");
        Date confirmedAt = document.getDate("confirmedAt");
        Long matched = document.getLong("matched");
        Promise promise = new Promise(
                document.getString("_id"),
                document.getString("member"),
                document.getString("organisation"),
                document.getLong("amount"),
                document.getString("tier"),
                Visibility.valueOf(constant(document.getString("visibility"))),
                document.getString("fingerprint"),
                document.getString("payment"),
                instant(document.getDate("placedAt")),
                PledgeKind.valueOf(constant(document.getString("kind"))),
                BackerKind.valueOf(constant(document.getString("backerKind"))),
                document.getBoolean("rewardWaived"),
                document.getString("enteredBy"));
        return new PledgeView(
                document.getString("campaign"),
                promise,
                document.getString("currency"),
                PledgeStatus.valueOf(constant(document.getString("status"))),
                document.getString("reason"),
                refundReason == null ? null : RefundReason.valueOf(constant(refundReason)),
                confirmedAt == null ? null : instant(confirmedAt),
                matched == null ? 0 : matched);
    }

    /** An enum's constant as documents and events say it. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String constant(@Nullable String word) {
        if (word == null) {
            throw new IllegalStateException("a projected document lacks a field");
        }
        return word.toUpperCase(Locale.ROOT);
    }

    private static Instant instant(Date date) {
        return date.toInstant();
    }
}
