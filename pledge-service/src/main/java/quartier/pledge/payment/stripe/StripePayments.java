package quartier.pledge.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import com.stripe.model.checkout.Session;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quartier.pledge.payment.Amount;
import quartier.pledge.payment.DeclineReason;
import quartier.pledge.payment.PaymentResult;
import quartier.pledge.payment.StartPayment;

/**
 * Payments as PaymentIntents, captured at once to the platform's balance, in the campaign's transfer group: confirmed as
 * they are created where a token comes with them, and else made by Stripe's own page.
 */
final class StripePayments {

    static final String PAYMENT = "payment";
    static final String CAMPAIGN = "campaign";

    private static final String DEBIT = "sepa_debit";
    private static final String WITH_FEE = "latest_charge.balance_transaction";
    /** Stripe forgets an idempotency key after a day. */
    private static final Duration KEY_LASTS = Duration.ofHours(23);
    /** A request that was sent longer ago than that has arrived or will not. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(2);

    private final StripeClient stripe;
    private final StripeBooks books;
    private final StripePages pages;
    private final StripeProperties properties;
    private final Clock realClock;

    StripePayments(StripeClient stripe, StripeBooks books, StripeProperties properties, Clock realClock) {
        this.stripe = stripe;
        this.books = books;
        this.pages = new StripePages(stripe, properties);
        this.properties = properties;
        this.realClock = realClock;
    }

    PaymentResult start(StartPayment request) {
        Instant now = realClock.instant();
        boolean first = books.starting(request.payment(), request.campaign(), now);
        if (request.method() == null) {
            return onPage(request, now);
        }
        if (!first) {
            StripeBooks.Payment known = books.payment(request.payment()).orElseThrow();
            boolean keyIsForgotten = known.startedAt().plus(KEY_LASTS).isBefore(now);
            Optional<PaymentIntent> before =
                    known.intent() == null && !keyIsForgotten ? Optional.empty() : intentOf(known);
            if (before.isPresent()) {
                return standing(sameAmount(before.get(), request));
            }
        }
        return created(request, request.method());
    }

    /** Under the same key it is the same page, whose address is told again until it was paid or has expired. */
    private PaymentResult onPage(StartPayment request, Instant now) {
        StripeBooks.Payment known = books.payment(request.payment()).orElseThrow();
        if (known.intent() != null) {
            return standing(sameAmount(read(known.intent()), request));
        }
        if (known.session() != null) {
            return standing(known, sameAmount(pages.read(known.session()), request));
        }
        if (known.startedAt().plus(properties.pageStands()).isBefore(now)) {
            return intentOf(known).map(this::standing).orElse(new PaymentResult.Declined(DeclineReason.ABANDONED));
        }
        Session opened = pages.opened(request, known.startedAt());
        books.opened(request.payment(), opened.getId());
        return standing(known, sameAmount(opened, request));
    }

    PaymentResult lookUp(String payment) {
        StripeBooks.Payment known = books.payment(payment).orElse(null);
        if (known == null) {
            return new PaymentResult.NeverStarted();
        }
        if (known.intent() == null && known.session() != null) {
            return standing(known, pages.read(known.session()));
        }
        return intentOf(known)
                .map(this::standing)
                .orElseGet(() -> known.startedAt().plus(ON_ITS_WAY).isBefore(realClock.instant())
                        ? new PaymentResult.NeverStarted()
                        : new PaymentResult.Unknown("asked for a moment ago"));
    }

    /** Stripe's name of a payment; empty when it never came there. */
    Optional<String> intentOf(String payment) {
        return books.payment(payment)
                .flatMap(known -> known.intent() == null ? found(known) : Optional.of(known.intent()));
    }

    private Optional<String> found(StripeBooks.Payment known) {
        return known.session() == null
                ? searched(known).map(PaymentIntent::getId)
                : Optional.ofNullable(pages.read(known.session()).getPaymentIntent());
    }

    private Optional<PaymentIntent> intentOf(StripeBooks.Payment known) {
        String id = known.intent();
        return id == null ? searched(known) : Optional.of(read(id));
    }

    /** Looks through what was started since we asked, for the one that is ours. */
    private Optional<PaymentIntent> searched(StripeBooks.Payment known) {
        var since = PaymentIntentListParams.Created.builder()
                .setGte(known.startedAt().minus(ON_ITS_WAY).getEpochSecond())
                .setLte(known.startedAt().plus(KEY_LASTS).getEpochSecond())
                .build();
        var params = PaymentIntentListParams.builder()
                .setCreated(since)
                .setLimit(100L)
                .build();
        return StripeCalls.answer(() -> {
            for (PaymentIntent intent :
                    stripe.v1().paymentIntents().list(params).autoPagingIterable()) {
                if (known.payment().equals(intent.getMetadata().get(PAYMENT))) {
                    books.started(known.payment(), intent.getId());
                    return Optional.of(read(intent.getId()));
                }
            }
            return Optional.empty();
        });
    }

    private PaymentIntent read(String intent) {
        var params = PaymentIntentRetrieveParams.builder().addExpand(WITH_FEE).build();
        return StripeCalls.answer(() -> stripe.v1().paymentIntents().retrieve(intent, params));
    }

    private PaymentResult created(StartPayment request, String method) {
        try {
            PaymentIntent intent =
                    stripe.v1().paymentIntents().create(params(request, method), StripeCalls.under(request.payment()));
            books.started(request.payment(), intent.getId());
            return standing(sameAmount(intent, request));
        } catch (CardException declined) {
            StripeError error = declined.getStripeError();
            if (error != null && error.getPaymentIntent() != null) {
                books.started(request.payment(), error.getPaymentIntent().getId());
            }
            return new PaymentResult.Declined(Declines.reason(declined.getCode(), declined.getDeclineCode()));
        } catch (IdempotencyException changed) {
            throw new IllegalArgumentException("Payment " + request.payment() + " was started with another body");
        } catch (InvalidRequestException refused) {
            if (refused.getParam() != null && refused.getParam().startsWith("payment_method")) {
                return new PaymentResult.Declined(DeclineReason.INVALID_CARD);
            }
            throw new StripeUnansweredException(refused);
        } catch (StripeException failure) {
            throw new StripeUnansweredException(failure);
        }
    }

    private PaymentIntentCreateParams params(StartPayment request, String method) throws StripeException {
        URI back = request.returnUrl() == null ? properties.returnUrl() : request.returnUrl();
        boolean debit = properties.debits()
                && DEBIT.equals(stripe.v1().paymentMethods().retrieve(method).getType());
        var params = PaymentIntentCreateParams.builder()
                .setAmount(request.amount().minorUnits())
                .setCurrency(request.amount().currency().toLowerCase(Locale.ROOT))
                .setPaymentMethod(method)
                .addPaymentMethodType(debit ? DEBIT : "card")
                .setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.AUTOMATIC)
                .setConfirm(true)
                .setReturnUrl(back.toString())
                .setTransferGroup(request.campaign())
                .putMetadata(PAYMENT, request.payment())
                .putMetadata(CAMPAIGN, request.campaign())
                .addExpand(WITH_FEE);
        if (debit) {
            params.setMandateData(PaymentIntentCreateParams.MandateData.builder()
                    .setCustomerAcceptance(PaymentIntentCreateParams.MandateData.CustomerAcceptance.builder()
                            .setType(PaymentIntentCreateParams.MandateData.CustomerAcceptance.Type.OFFLINE)
                            .build())
                    .build());
        }
        return params.build();
    }

    private static PaymentIntent sameAmount(PaymentIntent intent, StartPayment request) {
        if (intent.getAmount() != request.amount().minorUnits()) {
            throw new IllegalArgumentException("Payment " + request.payment() + " was started with another amount");
        }
        return intent;
    }

    private static Session sameAmount(Session page, StartPayment request) {
        Long total = page.getAmountTotal();
        if (total != null && total != request.amount().minorUnits()) {
            throw new IllegalArgumentException("Payment " + request.payment() + " was started with another amount");
        }
        return page;
    }

    /** A card that is refused on the page is no end: its backer may try another there, until the page expires. */
    private PaymentResult standing(StripeBooks.Payment payment, Session page) {
        return switch (page.getStatus()) {
            case "complete" -> {
                String intent = page.getPaymentIntent();
                if (intent == null) {
                    yield new PaymentResult.Pending();
                }
                books.started(payment.payment(), intent);
                yield standing(read(intent));
            }
            case "expired" -> new PaymentResult.Declined(DeclineReason.ABANDONED);
            default ->
                page.getUrl() == null
                        ? new PaymentResult.Pending()
                        : new PaymentResult.ActionRequired(URI.create(page.getUrl()));
        };
    }

    private PaymentResult standing(PaymentIntent intent) {
        return switch (intent.getStatus()) {
            case "succeeded" -> captured(intent);
            case "requires_action" -> {
                var next = intent.getNextAction();
                var redirect = next == null ? null : next.getRedirectToUrl();
                yield redirect == null
                        ? new PaymentResult.Pending()
                        : new PaymentResult.ActionRequired(URI.create(redirect.getUrl()));
            }
            case "requires_payment_method", "requires_confirmation", "canceled" ->
                new PaymentResult.Declined(reason(intent.getLastPaymentError()));
            default -> new PaymentResult.Pending(); // processing, and what Stripe may yet think of
        };
    }

    /** Without its balance transaction the fee is not known yet, and the payment is not told as captured. */
    private PaymentResult captured(PaymentIntent intent) {
        Charge charge = intent.getLatestChargeObject();
        BalanceTransaction booked = charge == null ? null : charge.getBalanceTransactionObject();
        if (charge == null || booked == null) {
            return new PaymentResult.Pending();
        }
        String currency = intent.getCurrency().toUpperCase(Locale.ROOT);
        if (!booked.getCurrency().equalsIgnoreCase(currency)) {
            throw new IllegalStateException("Stripe books " + booked.getCurrency() + " for a payment in " + currency);
        }
        Instant at = Instant.ofEpochSecond(charge.getCreated());
        var details = charge.getPaymentMethodDetails();
        boolean debit = details != null && DEBIT.equals(details.getType());
        return new PaymentResult.Captured(
                new Amount(charge.getAmount(), currency),
                booked.getFee(),
                debit ? at.plus(properties.reversibleFor()) : null,
                at);
    }

    private static DeclineReason reason(@Nullable StripeError error) {
        return error == null ? DeclineReason.CARD_DECLINED : Declines.reason(error.getCode(), error.getDeclineCode());
    }
}
