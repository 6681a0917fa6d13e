package quartier.pledge.escrow.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.io.BasicOutputBuffer;
import quartier.pledge.escrow.Entry;
import quartier.pledge.escrow.Event;
import quartier.pledge.escrow.MatchRule;
import quartier.pledge.escrow.Page;
import quartier.pledge.escrow.Rejection;

/**
 * A page as a document: {@code _id} = {campaign, n}, {@code previous} and {@code hash} (32 bytes each),
 * {@code body}, the BSON of the entries as one binary value, and {@code placed}, the ids of the pledges that the body
 * places, so that a unique index can keep each to one page of one campaign. What is hashed is thereby exactly what is stored, whatever
 * a server does to a document's fields when it keeps them.
 */
final class PageCodec {

    /** Absent when there is none: an index over lists counts an empty one as a value. */
    static final String PLACED = "placed";

    private static final HexFormat HEX = HexFormat.of();

    /**
     * What a page holds besides its place in the chain.
     *
     * @param writer who wrote it: two writers that decide the same on the same page write different pages all the same,
     *     and know whose stands
     */
    public record Body(String writer, List<Entry> entries) {}

    /** A page ready to be stored. */
    record Encoded(Page page, BsonDocument document) {}

    private static final RecordCodec CODEC = new RecordCodec(Tags.ALL);

    private final String writer;

    /** @param writer this process, unlike any other */
    PageCodec(String writer) {
        this.writer = writer;
    }

    Encoded encode(String campaign, long n, String previous, List<Entry> entries) {
        var buffer = new BasicOutputBuffer(64 * 1024);
        try (var out = new BsonBinaryWriter(buffer)) {
            CODEC.write(out, new Body(writer, entries));
        }
        byte[] body = buffer.toByteArray();
        byte[] hash = hash(campaign, n, HEX.parseHex(previous), body);
        BsonDocument document = new BsonDocument("_id", id(campaign, n))
                .append("previous", new BsonBinary(HEX.parseHex(previous)))
                .append("hash", new BsonBinary(hash))
                .append("body", new BsonBinary(body));
        List<BsonString> placed = placedIn(entries).map(BsonString::new).toList();
        if (!placed.isEmpty()) {
            document.append(PLACED, new BsonArray(placed));
        }
        return new Encoded(new Page(campaign, n, previous, HEX.formatHex(hash), entries), document);
    }

    private static Stream<String> placedIn(List<Entry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.events().stream())
                .filter(Event.PledgePlaced.class::isInstance)
                .map(event -> ((Event.PledgePlaced) event).promise().pledge());
    }

    /** The pledges that the document says it places. */
    static List<String> placedBy(BsonDocument document) {
        return document.getArray(PLACED, new BsonArray()).stream()
                .map(id -> id.asString().getValue())
                .toList();
    }

    /** The pledges that the page places. */
    static List<String> placedBy(Page page) {
        return placedIn(page.entries()).toList();
    }

    static String campaignOf(BsonDocument document) {
        return document.getDocument("_id").getString("campaign").getValue();
    }

    /** Reads a page as it stands, and does not judge its hash. */
    Page decode(BsonDocument document) {
        BsonDocument id = document.getDocument("_id");
        byte[] body = document.getBinary("body").getData();
        try (var in = new BsonBinaryReader(ByteBuffer.wrap(body))) {
            Body decoded = (Body) CODEC.read(in, Body.class);
            return new Page(
                    id.getString("campaign").getValue(),
                    id.getInt64("n").getValue(),
                    HEX.formatHex(document.getBinary("previous").getData()),
                    hashIn(document),
                    decoded.entries());
        }
    }

    /** The hash that the document's own bytes have, to be compared with the one that it says. */
    static String hashOf(BsonDocument document) {
        BsonDocument id = document.getDocument("_id");
        return HEX.formatHex(hash(
                id.getString("campaign").getValue(),
                id.getInt64("n").getValue(),
                document.getBinary("previous").getData(),
                document.getBinary("body").getData()));
    }

    static String hashIn(BsonDocument document) {
        return HEX.formatHex(document.getBinary("hash").getData());
    }

    static BsonDocument id(String campaign, long n) {
        return new BsonDocument("campaign", new BsonString(campaign)).append("n", new BsonInt64(n));
    }

    private static byte[] hash(String campaign, long n, byte[] previous, byte[] body) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(previous);
            sha256.update(campaign.getBytes(UTF_8));
            sha256.update(
                    ByteBuffer.allocate(Long.BYTES + 1).put((byte) 0).putLong(n).array());
            return sha256.digest(body);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** The names under which events and reasons are stored; a name once used is never used for something else. */
    private static final class Tags {

        static final Map<Class<?>, String> ALL = Map.ofEntries(
                Map.entry(Event.CampaignOpened.class, "opened"),
                Map.entry(Event.PledgePlaced.class, "placed"),
                Map.entry(Event.PledgeRefused.class, "refused"),
                Map.entry(Event.PaymentAwaited.class, "awaited"),
                Map.entry(Event.PledgeConfirmed.class, "confirmed"),
                Map.entry(Event.PledgeDeclined.class, "declined"),
                Map.entry(Event.HoldExpired.class, "expired"),
                Map.entry(Event.PledgeCancelled.class, "withdrawn"),
                Map.entry(Event.StrayMoneyReceived.class, "stray"),
                Map.entry(Event.CampaignSuspended.class, "suspended"),
                Map.entry(Event.CampaignResumed.class, "resumed"),
                Map.entry(Event.CampaignClosing.class, "closing"),
                Map.entry(Event.CampaignFunded.class, "funded"),
                Map.entry(Event.CampaignNotFunded.class, "not_funded"),
                Map.entry(Event.CampaignCancelled.class, "cancelled"),
                Map.entry(Event.Refunded.class, "refunded"),
                Map.entry(Event.RefundRefused.class, "refund_refused"),
                Map.entry(Event.RefundRetried.class, "refund_retried"),
                Map.entry(Event.PaidOut.class, "paid_out"),
                Map.entry(Event.PayoutRefused.class, "payout_refused"),
                Map.entry(Event.PayoutRetried.class, "payout_retried"),
                Map.entry(Event.OfflineConfirmed.class, "offline_confirmed"),
                Map.entry(Event.IncreaseHeld.class, "increase_held"),
                Map.entry(Event.PledgeIncreased.class, "increased"),
                Map.entry(Event.IncreaseEnded.class, "increase_ended"),
                Map.entry(Event.PledgeChanged.class, "changed"),
                Map.entry(Event.PledgeFlagged.class, "flagged"),
                Map.entry(Event.PledgeCleared.class, "cleared"),
                Map.entry(Event.PledgeTurnedAway.class, "turned_away"),
                Map.entry(Event.RefundedByHand.class, "refunded_by_hand"),
                Map.entry(Event.PayoutCameBack.class, "payout_came_back"),
                Map.entry(Event.CashHandedOver.class, "cash_handed_over"),
                Map.entry(Event.MoneyDisputed.class, "disputed"),
                Map.entry(Event.DisputeResolved.class, "dispute_resolved"),
                Map.entry(Event.AllowanceGranted.class, "allowance_granted"),
                Map.entry(Event.AllowanceClosed.class, "allowance_closed"),
                Map.entry(Event.AllowanceReleased.class, "allowance_released"),
                Map.entry(Event.Matched.class, "matched"),
                Map.entry(Event.MatchReturned.class, "match_returned"),
                Map.entry(Event.LoansGranted.class, "loans_granted"),
                Map.entry(Event.InstalmentOverdue.class, "instalment_overdue"),
                Map.entry(Event.RepaymentReceived.class, "repayment_received"),
                Map.entry(Event.LenderRepaid.class, "lender_repaid"),
                Map.entry(Event.LenderRepaymentRefused.class, "lender_repayment_refused"),
                Map.entry(Event.LenderRepaymentRetried.class, "lender_repayment_retried"),
                Map.entry(Event.CampaignSettled.class, "settled"),
                Map.entry(Rejection.CampaignNotOpen.class, "campaign_not_open"),
                Map.entry(Rejection.OpenedWithOtherTerms.class, "opened_with_other_terms"),
                Map.entry(Rejection.CampaignNotLive.class, "campaign_not_live"),
                Map.entry(Rejection.AfterDeadline.class, "after_deadline"),
                Map.entry(Rejection.DeadlineNotReached.class, "deadline_not_reached"),
                Map.entry(Rejection.PaymentsUnknown.class, "payments_unknown"),
                Map.entry(Rejection.AmountNotPositive.class, "amount_not_positive"),
                Map.entry(Rejection.WrongCurrency.class, "wrong_currency"),
                Map.entry(Rejection.UnknownTier.class, "unknown_tier"),
                Map.entry(Rejection.BelowTier.class, "below_tier"),
                Map.entry(Rejection.TierSoldOut.class, "tier_sold_out"),
                Map.entry(Rejection.OverCap.class, "over_cap"),
                Map.entry(Rejection.KindNotAllowed.class, "kind_not_allowed"),
                Map.entry(Rejection.PublicBodyMayNotPledge.class, "public_body"),
                Map.entry(Rejection.IdempotencyKeyReused.class, "idempotency_key_reused"),
                Map.entry(Rejection.UnknownPledge.class, "unknown_pledge"),
                Map.entry(Rejection.NotCancellable.class, "not_cancellable"),
                Map.entry(Rejection.HoldNotExpired.class, "hold_not_expired"),
                Map.entry(Rejection.UnknownRefund.class, "unknown_refund"),
                Map.entry(Rejection.RefundAlreadyDone.class, "refund_already_done"),
                Map.entry(Rejection.NotChangeable.class, "not_changeable"),
                Map.entry(Rejection.OnlyPersonsMayLend.class, "only_persons_may_lend"),
                Map.entry(Rejection.LoanHasNoReward.class, "loan_has_no_reward"),
                Map.entry(Rejection.OverLoanLimit.class, "over_loan_limit"),
                Map.entry(Rejection.NeedsAnotherPerson.class, "needs_another_person"),
                Map.entry(Rejection.NotWaiting.class, "not_waiting"),
                Map.entry(Rejection.NotUnderReview.class, "not_under_review"),
                Map.entry(Rejection.RefundStillDue.class, "refund_still_due"),
                Map.entry(Rejection.UnknownDispute.class, "unknown_dispute"),
                Map.entry(Rejection.DisputeClosed.class, "dispute_closed"),
                Map.entry(Rejection.UnknownAllowance.class, "unknown_allowance"),
                Map.entry(Rejection.AllowanceDiffers.class, "allowance_differs"),
                Map.entry(Rejection.NoLoans.class, "no_loans"),
                Map.entry(Rejection.MoreThanOwed.class, "more_than_owed"),
                Map.entry(Rejection.UnknownRepayment.class, "unknown_repayment"),
                Map.entry(MatchRule.Proportional.class, "proportional"),
                Map.entry(MatchRule.LumpSum.class, "lump_sum"),
                Map.entry(Rejection.NoSuchPayout.class, "no_such_payout"));

        private Tags() {}
    }
}
