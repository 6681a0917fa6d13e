package quartier.pledge.settlement.web;

import java.util.Locale;
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
import quartier.pledge.escrow.Refund;
import quartier.pledge.escrow.web.MoneyJson;
import quartier.pledge.escrow.web.Page;
import quartier.pledge.refund.RefundAccount;
import quartier.pledge.refund.RefundAccounts;
import quartier.pledge.settlement.web.AcrossCampaigns.Item;

/** Refunds that somebody has to look after, and giving them back outside the provider. */
@RestController
final class RefundController {

    /**
     * @param failure the provider's reason; null for cash
     * @param accountGiven whether the backer has said where the money may go instead
     */
    record RefundJson(
            String campaign,
            String refund,
            String pledge,
            MoneyJson amount,
            String reason,
            @Nullable Integer attempt,
            @Nullable String failure,
            boolean accountGiven) {

        RefundJson with(boolean account) {
            return new RefundJson(campaign, refund, pledge, amount, reason, attempt, failure, account);
        }
    }

    record AccountJson(String holder, String iban, MoneyJson amount) {

        @Override
        public String toString() {
            return "AccountJson[…]";
        }
    }

    private final AcrossCampaigns across;
    private final RefundAccounts accounts;
    private final Orders orders;

    RefundController(AcrossCampaigns across, RefundAccounts accounts, Orders orders) {
        this.across = across;
        this.accounts = accounts;
        this.orders = orders;
    }

    @GetMapping("/v1/refunds")
    @AllowedTo(Role.OPERATOR)
    Page<RefundJson> list(
            @RequestParam(defaultValue = "failed") String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Page<RefundJson> page = switch (state) {
            case "failed" ->
                across.list(Concern.FAILED_REFUNDS, Cursor.read(cursor), Page.limit(limit), RefundController::failed);
            case "cash" ->
                across.list(Concern.CASH_REFUNDS, Cursor.read(cursor), Page.limit(limit), RefundController::cash);
            default -> throw new Problem(HttpStatus.BAD_REQUEST, "malformed-request");
        };
        var given = accounts.given(page.items().stream().map(RefundJson::pledge).toList());
        return new Page<>(
                page.items().stream()
                        .map(refund -> refund.with(given.contains(refund.pledge())))
                        .toList(),
                page.next());
    }

    /** Where to transfer the money by hand. */
    @GetMapping("/v1/campaigns/{campaign}/refunds/{refund}/account")
    @AllowedTo(Role.OPERATOR)
    AccountJson account(@PathVariable String campaign, @PathVariable String refund) {
        Escrow escrow = orders.campaign(campaign);
        Refund failed =
                escrow.refund(refund).filter(Refund.Failed.class::isInstance).orElseThrow(Problem::notFound);
        RefundAccount account = accounts.find(failed.of().pledge()).orElseThrow(Problem::notFound);
        return new AccountJson(
                account.holder(),
                account.iban().number(),
                MoneyJson.of(escrow.terms().money(failed.of().amountMinorUnits())));
    }

    /** The money went back outside the provider. The account it went to is forgotten with the pledge's last one. */
    @PostMapping("/v1/campaigns/{campaign}/refunds/{refund}/by-hand")
    @AllowedTo(Role.OPERATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void byHand(
            @PathVariable String campaign,
            @PathVariable String refund,
            @RequestBody Orders.Reference body,
            Caller caller) {
        String reference = body.valid();
        Escrow after = orders.give(
                        campaign, new Command.RefundByHand(orders.now(), refund, reference, caller.memberId()))
                .escrow();
        String pledge = after.refund(refund).orElseThrow(Problem::notFound).of().pledge();
        if (after.failedRefunds().noneMatch(other -> other.of().pledge().equals(pledge))) {
            accounts.erase(pledge);
        }
    }

    private static Stream<Item<RefundJson>> failed(Escrow escrow) {
        return escrow.failedRefunds().map(failed -> item(escrow, failed, failed.attempt(), failed.failure()));
    }

    private static Stream<Item<RefundJson>> cash(Escrow escrow) {
        return escrow.cashRefunds().map(refund -> item(escrow, refund, null, null));
    }

    private static Item<RefundJson> item(
            Escrow escrow, Refund refund, @Nullable Integer attempt, @Nullable String failure) {
        var money = refund.of();
        return new Item<>(
                money.id(),
                new RefundJson(
                        escrow.campaign(),
                        money.id(),
                        money.pledge(),
                        MoneyJson.of(escrow.terms().money(money.amountMinorUnits())),
                        money.reason().name().toLowerCase(Locale.ROOT),
                        attempt,
                        failure,
                        false));
    }
}
