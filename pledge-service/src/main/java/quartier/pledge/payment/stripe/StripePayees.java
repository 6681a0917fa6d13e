package quartier.pledge.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.model.Account;
import com.stripe.param.AccountCreateParams;
import com.stripe.param.AccountLinkCreateParams;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import quartier.pledge.payment.PayeeResult;
import quartier.pledge.payment.PayeeStatus;
import quartier.pledge.payment.RegisterPayee;

/** Payees as Express accounts: Stripe asks them for their papers, on its own pages, and checks them. */
final class StripePayees {

    /** A check that takes longer is seen when the payee looks. */
    static final Duration WATCHED_FOR = Duration.ofDays(30);

    private final StripeClient stripe;
    private final StripeBooks books;
    private final StripeProperties properties;
    private final Clock realClock;

    StripePayees(StripeClient stripe, StripeBooks books, StripeProperties properties, Clock realClock) {
        this.stripe = stripe;
        this.books = books;
        this.properties = properties;
        this.realClock = realClock;
    }

    PayeeResult register(RegisterPayee request) {
        Account account =
                Optional.ofNullable(request.reference()).flatMap(this::find).orElseGet(() -> created(request));
        books.watch(account.getId(), realClock.instant().plus(WATCHED_FOR));
        PayeeStatus status = status(account);
        boolean mayGo = status == PayeeStatus.UNVERIFIED || status == PayeeStatus.PENDING;
        return known(account, mayGo ? onboarding(account, request.returnUrl()) : null);
    }

    PayeeResult lookUp(String reference) {
        return find(reference).map(account -> known(account, null)).orElseGet(PayeeResult.NoSuchPayee::new);
    }

    /** Empty when Stripe has no such account, or it is none of ours. */
    Optional<Account> find(String reference) {
        return StripeCalls.find(() -> stripe.v1().accounts().retrieve(reference));
    }

    static PayeeStatus status(Account account) {
        var requirements = account.getRequirements();
        String disabled = requirements == null ? null : requirements.getDisabledReason();
        if (disabled != null && disabled.startsWith("rejected.")) {
            return PayeeStatus.REJECTED;
        }
        var capabilities = account.getCapabilities();
        boolean transfers = capabilities != null && "active".equals(capabilities.getTransfers());
        if (transfers && Boolean.TRUE.equals(account.getPayoutsEnabled())) {
            return PayeeStatus.VERIFIED;
        }
        List<String> due = requirements == null ? null : requirements.getCurrentlyDue();
        boolean allGiven = Boolean.TRUE.equals(account.getDetailsSubmitted()) && (due == null || due.isEmpty());
        return allGiven ? PayeeStatus.PENDING : PayeeStatus.UNVERIFIED;
    }

    private Account created(RegisterPayee request) {
        var transfers = AccountCreateParams.Capabilities.Transfers.builder()
                .setRequested(true)
                .build();
        var byHand = AccountCreateParams.Settings.Payouts.Schedule.builder()
                .setInterval(AccountCreateParams.Settings.Payouts.Schedule.Interval.MANUAL)
                .build();
        var params = AccountCreateParams.builder()
                .setType(AccountCreateParams.Type.EXPRESS)
                .setCountry(properties.country())
                .setCapabilities(AccountCreateParams.Capabilities.builder()
                        .setTransfers(transfers)
                        .build())
                .setSettings(AccountCreateParams.Settings.builder()
                        .setPayouts(AccountCreateParams.Settings.Payouts.builder()
                                .setSchedule(byHand)
                                .build())
                        .build())
                .putMetadata("member", request.member())
                .build();
        return StripeCalls.answer(
                () -> stripe.v1().accounts().create(params, StripeCalls.under("payee-" + request.member())));
    }

    /** Good once and for minutes, hence a new one under a new key each time. */
    private URI onboarding(Account account, URI returnUrl) {
        var params = AccountLinkCreateParams.builder()
                .setAccount(account.getId())
                .setType(AccountLinkCreateParams.Type.ACCOUNT_ONBOARDING)
                .setRefreshUrl(returnUrl.toString())
                .setReturnUrl(returnUrl.toString())
                .build();
        var options = StripeCalls.under("onboarding-" + UUID.randomUUID());
        return URI.create(StripeCalls.answer(() -> stripe.v1().accountLinks().create(params, options))
                .getUrl());
    }

    private static PayeeResult known(Account account, @Nullable URI onboarding) {
        return new PayeeResult.Known(account.getId(), status(account), reason(account), onboarding);
    }

    private static @Nullable String reason(Account account) {
        var requirements = account.getRequirements();
        if (requirements == null) {
            return null;
        }
        var errors = requirements.getErrors();
        return errors == null || errors.isEmpty()
                ? requirements.getDisabledReason()
                : errors.getFirst().getCode();
    }
}
