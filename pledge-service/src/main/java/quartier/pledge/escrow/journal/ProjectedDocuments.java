package quartier.pledge.escrow.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Account;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Folded;
import quartier.pledge.escrow.Payout;
import quartier.pledge.escrow.Pledge;
import quartier.pledge.escrow.PledgeStatus;
import quartier.pledge.escrow.PledgeView;
import quartier.pledge.escrow.Promise;
import quartier.pledge.escrow.Refund;
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
                .append("held", escrow.totals().held())
                .append("received", escrow.totals().received())
                .append("owed", escrow.totals().owed())
                .append("refunded", escrow.totals().refunded())
                .append("refunds", escrow.totals().refunds())
                .append("backers", escrow.backers())
                .append("tiers", tiers(escrow))
                .append("settled", escrow.isSettled())
                .append("nextWork", escrow.nextWork().map(Date::from).orElse(null))
                .append(
                        "payout",
                        escrow.payout().map(ProjectedDocuments::payout).orElse(null));
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
            case Payout.Done ignored -> "done";
        };
        return new Document("state", state).append("amount", payout.amountMinorUnits());
    }

    static PledgeView view(Escrow escrow, Pledge pledge) {
        Promise promise = pledge.promise();
        Refund refund = escrow.refund(promise.payment()).orElse(null);
        return new PledgeView(
                escrow.campaign(),
                promise,
                escrow.terms().currency(),
                escrow.status(pledge),
                pledge instanceof Pledge.Declined declined ? declined.reason() : null,
                refund == null ? null : refund.of().reason(),
                pledge instanceof Pledge.Confirmed confirmed ? confirmed.confirmedAt() : null);
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
                .append("placedAt", Date.from(promise.placedAt()))
                .append("status", word(view.status()))
                .append("reason", view.reason())
                .append("refundReason", view.refundReason() == null ? null : word(view.refundReason()))
                .append("confirmedAt", view.confirmedAt() == null ? null : Date.from(view.confirmedAt()));
    }

    static PledgeView view(Document document) {
        String refundReason = document.getString("refundReason");
        Date confirmedAt = document.getDate("confirmedAt");
        Promise promise = new Promise(
                document.getString("_id"),
                document.getString("member"),
                document.getString("organisation"),
                document.getLong("amount"),
                document.getString("tier"),
                Visibility.valueOf(constant(document.getString("visibility"))),
                document.getString("fingerprint"),
                document.getString("payment"),
                instant(document.getDate("placedAt")));
        return new PledgeView(
                document.getString("campaign"),
                promise,
                document.getString("currency"),
                PledgeStatus.valueOf(constant(document.getString("status"))),
                document.getString("reason"),
                refundReason == null ? null : RefundReason.valueOf(constant(refundReason)),
                confirmedAt == null ? null : instant(confirmedAt));
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
