package quartier.pledge.settlement.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Concern;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Event;
import quartier.pledge.escrow.Payout;
import quartier.pledge.escrow.web.MoneyJson;
import quartier.pledge.escrow.web.Page;
import quartier.pledge.settlement.web.AcrossCampaigns.Item;

/** Payouts that somebody has to look after, and the part of a net that is handed over as cash. */
@RestController
final class PayoutController {

    /** @param owner the member whom it is for */
    record PayoutJson(
            String campaign,
            String payout,
            String owner,
            String state,
            MoneyJson amount,
            int attempt,
            @Nullable Instant from,
            @Nullable Instant at,
            @Nullable String failure) {}

    private static final Pattern CODE = Pattern.compile("[a-z][a-z_]{0,59}");

    /**
     * The payee's bank sent it back, and no webhook will tell.
     *
     * @param attempt which; so that a form that is sent late does not speak of a newer one
     * @param failure a code, for example {@code account_closed}
     */
    record Return(@Nullable Integer attempt, @Nullable String failure) {

        String validFailure() {
            String code = Objects.requireNonNullElse(failure, "sent_back");
            if (attempt == null) {
                throw Problem.ofFields(List.of(Problem.Field.of("attempt", "required")));
            }
            if (!CODE.matcher(code).matches()) {
                throw Problem.ofFields(List.of(Problem.Field.of("failure", "code")));
            }
            return code;
        }
    }

    /** @param handedOver nothing when it was handed over before */
    record HandedOver(MoneyJson handedOver) {}

    private final AcrossCampaigns across;
    private final Orders orders;

    PayoutController(AcrossCampaigns across, Orders orders) {
        this.across = across;
        this.orders = orders;
    }

    @GetMapping("/v1/payouts")
    @AllowedTo(Role.OPERATOR)
    Page<PayoutJson> list(
            @RequestParam(defaultValue = "failed") String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Concern concern = switch (state) {
            case "failed" -> Concern.PAYOUTS_FAILED;
            case "due" -> Concern.PAYOUTS_DUE;
            case "done" -> Concern.PAYOUTS_DONE;
            default -> throw new Problem(HttpStatus.BAD_REQUEST, "malformed-request");
        };
        return across.list(concern, Cursor.read(cursor), Page.limit(limit), escrow -> payouts(escrow, concern));
    }

    @PostMapping("/v1/campaigns/{campaign}/payouts/{payout}/returned")
    @AllowedTo(Role.OPERATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void returned(@PathVariable String campaign, @PathVariable String payout, @RequestBody Return body) {
        String failure = body.validFailure();
        int attempt = Objects.requireNonNull(body.attempt(), "was checked");
        boolean wasPaid = orders.campaign(campaign)
                .payout(payout)
                .filter(found -> found.attempt() == attempt)
                .filter(found -> found instanceof Payout.Done || found instanceof Payout.CameBack)
                .isPresent();
        if (!wasPaid) {
            throw new Problem(HttpStatus.CONFLICT, "not-paid-out");
        }
        orders.give(campaign, new Command.PayoutReturned(orders.now(), payout, attempt, failure));
    }

    @PostMapping("/v1/campaigns/{campaign}/cash-handover")
    @AllowedTo(Role.OPERATOR)
    HandedOver handOver(@PathVariable String campaign, @RequestBody Orders.Reference body, Caller caller) {
        String reference = body.valid();
        Escrow before = orders.campaign(campaign);
        if (before.split().isEmpty() || before.totals().offline() == 0) {
            throw new Problem(HttpStatus.CONFLICT, "no-cash-due");
        }
        long handedOver =
                orders
                        .give(campaign, new Command.HandOverCash(orders.now(), caller.memberId(), reference))
                        .events()
                        .stream()
                        .filter(Event.CashHandedOver.class::isInstance)
                        .mapToLong(event -> ((Event.CashHandedOver) event).amountMinorUnits())
                        .sum();
        return new HandedOver(MoneyJson.of(before.terms().money(handedOver)));
    }

    private static Stream<Item<PayoutJson>> payouts(Escrow escrow, Concern concern) {
        return escrow.payouts()
                .filter(payout -> concernOf(payout) == concern)
                .map(payout -> new Item<>(payout.id(), json(escrow, payout)));
    }

    private static Concern concernOf(Payout payout) {
        return switch (payout) {
            case Payout.Due due -> Concern.PAYOUTS_DUE;
            case Payout.Failed failed -> Concern.PAYOUTS_FAILED;
            case Payout.CameBack cameBack -> Concern.PAYOUTS_FAILED;
            case Payout.Done done -> Concern.PAYOUTS_DONE;
        };
    }

    private static PayoutJson json(Escrow escrow, Payout payout) {
        return switch (payout) {
            case Payout.Due due -> json(escrow, due, "due", due.from(), null, null);
            case Payout.Failed failed -> json(escrow, failed, "failed", null, null, failed.failure());
            case Payout.CameBack back -> json(escrow, back, "came_back", null, null, back.failure());
            case Payout.Done done -> json(escrow, done, "done", null, done.at(), null);
        };
    }

    private static PayoutJson json(
            Escrow escrow,
            Payout payout,
            String state,
            @Nullable Instant from,
            @Nullable Instant at,
            @Nullable String failure) {
        return new PayoutJson(
                escrow.campaign(),
                payout.id(),
                escrow.owner(),
                state,
                MoneyJson.of(escrow.terms().money(payout.amountMinorUnits())),
                payout.attempt(),
                from,
                at,
                failure);
    }
}
