package quartier.pledge.payment.sandbox;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import quartier.pledge.payment.PayOut;
import quartier.pledge.payment.PayeeResult;
import quartier.pledge.payment.PayeeStatus;
import quartier.pledge.payment.PayoutResult;
import quartier.pledge.payment.ProviderEvent;
import quartier.pledge.payment.RegisterPayee;
import quartier.pledge.payment.sandbox.SandboxCalendar.What;
import quartier.pledge.payment.sandbox.SandboxPayee.BankAccount;
import quartier.pledge.payment.sandbox.SandboxPayouts.Payout;
import quartier.pledge.payment.sandbox.SandboxPayouts.Status;

/** Payees, their identity check, and payouts to them. */
final class SandboxPayeeDesk {

    private static final String REFERENCE = "payee_";
    private static final String CAME_BACK = "account_closed";

    private final SandboxPayouts payouts;
    private final SandboxWebhooks webhooks;
    private final SandboxCalendar calendar;
    private final SandboxProviderProperties properties;
    private final Clock clock;
    private final Clock realClock;

    SandboxPayeeDesk(
            SandboxPayouts payouts,
            SandboxWebhooks webhooks,
            SandboxCalendar calendar,
            SandboxProviderProperties properties,
            Clock clock,
            Clock realClock) {
        this.payouts = payouts;
        this.webhooks = webhooks;
        this.calendar = calendar;
        this.properties = properties;
        this.clock = clock;
        this.realClock = realClock;
    }

    PayeeResult register(RegisterPayee request) {
        SandboxPayee payee = payouts.register(new SandboxPayee(
                REFERENCE + request.member(),
                request.member(),
                PayeeStatus.UNVERIFIED,
                null,
                BankAccount.USUAL,
                Unguessable.name(),
                request.returnUrl().toString(),
                0));
        URI onboarding = payee.status() == PayeeStatus.VERIFIED
                ? null
                : properties.bankPages().resolve("/sandbox/payees/" + payee.page());
        return known(payee, onboarding);
    }

    PayeeResult lookUp(String reference) {
        return payouts.payee(reference).map(payee -> known(payee, null)).orElseGet(PayeeResult.NoSuchPayee::new);
    }

    /** What the bank found out about a payee, on its page; false when somebody else said so at the same time. */
    boolean decide(SandboxPayee payee, boolean approved, BankAccount account) {
        ProviderEvent event = SandboxEvents.ofPayee(payee.reference(), payee.times(), now());
        SandboxPayee decided = new SandboxPayee(
                payee.reference(),
                payee.member(),
                approved ? PayeeStatus.VERIFIED : PayeeStatus.REJECTED,
                approved ? null : "identity_not_confirmed",
                account,
                payee.page(),
                payee.returnUrl(),
                payee.times());
        if (!payouts.decide(decided, event)) {
            return false;
        }
        webhooks.schedule(event, realClock.instant());
        return true;
    }

    PayoutResult payOut(PayOut request) {
        SandboxPayee payee = payouts.payee(request.payee()).orElse(null);
        if (payee == null) {
            return new PayoutResult.PayoutFailed("no_such_payee");
        }
        if (payee.status() != PayeeStatus.VERIFIED) {
            return new PayoutResult.PayoutFailed("payee_not_verified");
        }
        Payout before = payouts.find(request.key()).orElse(null);
        long troubles = before == null ? payouts.troubles(payee.reference()) : 0;
        boolean fails = payee.account() == BankAccount.FAILS && troubles < properties.failingRefunds();
        boolean comesBack = payee.account() == BankAccount.RETURNS && troubles == 0;
        Instant now = now();
        Payout wanted =
                new Payout(request, fails ? Status.FAILED : Status.PAID, fails ? "account_refused" : null, now, null);
        ProviderEvent event = SandboxEvents.ofPayout(request, fails ? "payout.failed" : "payout.paid", now);
        Payout made = payouts.payOut(wanted, payee.member(), event);
        if (before == null) {
            webhooks.schedule(event, realClock.instant());
            if (comesBack) {
                calendar.note(What.PAYOUT_COMES_BACK, request.key(), now.plus(properties.returnedAfter()));
            }
        }
        return standing(made);
    }

    PayoutResult lookUpPayout(String key) {
        return payouts.find(key).map(SandboxPayeeDesk::standing).orElseGet(PayoutResult.NoSuchPayout::new);
    }

    void comesBack(String key) {
        payouts.find(key).ifPresent(payout -> {
            ProviderEvent event = SandboxEvents.ofPayout(payout.request(), "payout.returned", now());
            if (payouts.comesBack(key, CAME_BACK, event)) {
                webhooks.schedule(event, realClock.instant());
            }
        });
    }

    private static PayoutResult standing(Payout payout) {
        String failure = payout.failure();
        Instant returnedAt = payout.returnedAt();
        return switch (payout.status()) {
            case PAID -> new PayoutResult.PaidOut(payout.at());
            case FAILED -> new PayoutResult.PayoutFailed(failure == null ? "failed" : failure);
            case RETURNED ->
                new PayoutResult.PayoutReturned(
                        failure == null ? CAME_BACK : failure, returnedAt == null ? payout.at() : returnedAt);
        };
    }

    private static PayeeResult known(SandboxPayee payee, @Nullable URI onboarding) {
        return new PayeeResult.Known(payee.reference(), payee.status(), payee.reason(), onboarding);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
