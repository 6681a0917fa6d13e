package quartier.pledge.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Account;
import com.stripe.model.Payout;
import com.stripe.model.Transfer;
import com.stripe.param.PayoutCreateParams;
import com.stripe.param.PayoutListParams;
import com.stripe.param.TransferCreateParams;
import com.stripe.param.TransferListParams;
import com.stripe.param.TransferReversalCreateParams;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import quartier.pledge.payment.PayOut;
import quartier.pledge.payment.PayeeStatus;
import quartier.pledge.payment.PayoutResult;

/**
 * A payout in two steps: a transfer from the platform's balance to the payee's, in the campaign's transfer group, and a
 * payout from there to the payee's bank. If the second fails, at once or days later, the first is reversed: the money
 * is held by us again.
 */
final class StripePayouts {

    static final String KEY = "key";
    static final String PAYOUT = "payout";

    /** A bank may send a payout back for some days after it was paid. */
    private static final Duration WATCHED_FOR = Duration.ofDays(14);

    private static final String NOT_YET_AVAILABLE = "balance_insufficient";

    private final StripeClient stripe;
    private final StripePayees payees;
    private final StripeBooks books;
    private final Clock realClock;

    StripePayouts(StripeClient stripe, StripePayees payees, StripeBooks books, Clock realClock) {
        this.stripe = stripe;
        this.payees = payees;
        this.books = books;
        this.realClock = realClock;
    }

    PayoutResult payOut(PayOut request) {
        Optional<StripeBooks.Payout> known = books.payout(request.key());
        if (known.isEmpty()) {
            Account payee = payees.find(request.payee()).orElse(null);
            if (payee == null) {
                return new PayoutResult.PayoutFailed("no_such_payee");
            }
            if (StripePayees.status(payee) != PayeeStatus.VERIFIED) {
                return new PayoutResult.PayoutFailed("payee_not_verified");
            }
            books.payingOut(request.key(), request.campaign(), request.payee());
            books.watch(request.payee(), realClock.instant().plus(WATCHED_FOR));
        }
        try {
            String transfer = transferred(request);
            String payout = sent(request);
            return standing(books.payout(request.key()).orElseThrow(), transfer, payout);
        } catch (InvalidRequestException refused) {
            return NOT_YET_AVAILABLE.equals(refused.getCode())
                    ? new PayoutResult.PayoutPending() // captured, but Stripe releases it some days later
                    : refused(request, refused);
        } catch (StripeException failure) {
            throw new StripeUnansweredException(failure);
        }
    }

    PayoutResult lookUp(String key) {
        StripeBooks.Payout known = books.payout(key).orElse(null);
        if (known == null) {
            return new PayoutResult.NoSuchPayout();
        }
        String transfer = known.transfer();
        String payout = known.payout();
        return transfer == null || payout == null
                ? new PayoutResult.PayoutPending()
                : StripeCalls.answer(() -> standing(known, transfer, payout));
    }

    private String transferred(PayOut request) throws StripeException {
        String known = books.payout(request.key()).orElseThrow().transfer();
        if (known != null) {
            return known;
        }
        var group = TransferListParams.builder()
                .setTransferGroup(request.campaign())
                .setLimit(100L)
                .build();
        for (Transfer transfer : stripe.v1().transfers().list(group).autoPagingIterable()) {
            if (request.key().equals(transfer.getMetadata().get(KEY))) {
                return noted(request, transfer);
            }
        }
        var params = TransferCreateParams.builder()
                .setAmount(request.amount().minorUnits())
                .setCurrency(request.amount().currency().toLowerCase(Locale.ROOT))
                .setDestination(request.payee())
                .setTransferGroup(request.campaign())
                .putMetadata(KEY, request.key())
                .putMetadata(PAYOUT, request.payout())
                .putMetadata(StripePayments.CAMPAIGN, request.campaign())
                .build();
        return noted(request, stripe.v1().transfers().create(params, StripeCalls.under(request.key() + "-transfer")));
    }

    private String noted(PayOut request, Transfer transfer) {
        if (transfer.getAmount() != request.amount().minorUnits()) {
            throw new IllegalArgumentException("Another payout was made under the key " + request.key());
        }
        books.transferred(request.key(), transfer.getId());
        return transfer.getId();
    }

    private String sent(PayOut request) throws StripeException {
        String known = books.payout(request.key()).orElseThrow().payout();
        if (known != null) {
            return known;
        }
        var latest = PayoutListParams.builder().setLimit(100L).build();
        for (Payout payout : stripe.v1()
                .payouts()
                .list(latest, StripeCalls.on(request.payee()))
                .autoPagingIterable()) {
            if (request.key().equals(payout.getMetadata().get(KEY))) {
                books.sent(request.key(), payout.getId());
                return payout.getId();
            }
        }
        var params = PayoutCreateParams.builder()
                .setAmount(request.amount().minorUnits())
                .setCurrency(request.amount().currency().toLowerCase(Locale.ROOT))
                .putMetadata(KEY, request.key())
                .putMetadata(PAYOUT, request.payout())
                .putMetadata(StripePayments.CAMPAIGN, request.campaign())
                .build();
        Payout payout =
                stripe.v1().payouts().create(params, StripeCalls.on(request.payee(), request.key() + "-payout"));
        books.sent(request.key(), payout.getId());
        return payout.getId();
    }

    private PayoutResult standing(StripeBooks.Payout known, String transfer, String id) throws StripeException {
        Payout payout = stripe.v1().payouts().retrieve(id, StripeCalls.on(known.payee()));
        return switch (payout.getStatus()) {
            case "paid" -> {
                books.paid(known.key(), now());
                Instant paidAt = books.payout(known.key()).orElseThrow().paidAt();
                yield new PayoutResult.PaidOut(paidAt == null ? now() : paidAt);
            }
            case "failed", "canceled" -> {
                String code = payout.getFailureCode();
                takeBack(known.key(), transfer, code == null ? payout.getStatus() : code);
                yield ended(books.payout(known.key()).orElseThrow());
            }
            default -> new PayoutResult.PayoutPending(); // pending, in_transit
        };
    }

    private PayoutResult refused(PayOut request, InvalidRequestException refused) {
        StripeBooks.Payout known = books.payout(request.key()).orElseThrow();
        String transfer = known.transfer();
        String reason = StripeCalls.reason(refused);
        if (transfer != null) {
            StripeCalls.answer(() -> {
                takeBack(request.key(), transfer, reason);
                return transfer;
            });
        }
        return new PayoutResult.PayoutFailed(reason);
    }

    private void takeBack(String key, String transfer, String reason) throws StripeException {
        if (books.payout(key).orElseThrow().returnedAt() != null) {
            return;
        }
        Transfer whole = stripe.v1().transfers().retrieve(transfer);
        if (!Boolean.TRUE.equals(whole.getReversed())) {
            var params =
                    TransferReversalCreateParams.builder().putMetadata(KEY, key).build();
            stripe.v1().transfers().reversals().create(transfer, params, StripeCalls.under(key + "-reversal"));
        }
        books.cameBack(key, reason, now());
    }

    private PayoutResult ended(StripeBooks.Payout known) {
        String failure = known.failure() == null ? "failed" : known.failure();
        Instant returnedAt = known.returnedAt() == null ? now() : known.returnedAt();
        return known.paidAt() == null
                ? new PayoutResult.PayoutFailed(failure)
                : new PayoutResult.PayoutReturned(failure, returnedAt);
    }

    private Instant now() {
        return realClock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
