package quartier.pledge.settlement.web;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Role;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Concern;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.RepaymentPart;
import quartier.pledge.escrow.web.MoneyJson;
import quartier.pledge.escrow.web.Page;
import quartier.pledge.settlement.web.AcrossCampaigns.Item;

/** Lenders' parts of repayments that the provider refused for good. */
@RestController
final class RepaymentController {

    /** @param payment by which the lender gave the loan, and on which the part could not be given back */
    record FailedPartJson(
            String campaign,
            String repayment,
            String payment,
            String pledge,
            MoneyJson amount,
            int attempt,
            String failure) {}

    private final AcrossCampaigns across;
    private final Orders orders;

    RepaymentController(AcrossCampaigns across, Orders orders) {
        this.across = across;
        this.orders = orders;
    }

    @GetMapping("/v1/lender-repayments")
    @AllowedTo(Role.OPERATOR)
    Page<FailedPartJson> failed(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return across.list(
                Concern.FAILED_REPAYMENTS,
                Cursor.read(cursor),
                Page.limit(limit),
                escrow -> escrow.loans().pending().stream()
                        .flatMap(part -> part instanceof RepaymentPart.Failed failed
                                ? Stream.of(new Item<>(failed.id(), json(escrow, failed)))
                                : Stream.of()));
    }

    @PostMapping("/v1/campaigns/{campaign}/repayments/{repayment}/{payment}/retry")
    @AllowedTo(Role.OPERATOR)
    @ResponseStatus(HttpStatus.ACCEPTED)
    void retry(@PathVariable String campaign, @PathVariable String repayment, @PathVariable String payment) {
        orders.give(campaign, new Command.RetryLenderRepayment(orders.now(), repayment, payment));
    }

    private static FailedPartJson json(Escrow escrow, RepaymentPart.Failed failed) {
        return new FailedPartJson(
                escrow.campaign(),
                failed.repayment(),
                failed.payment(),
                failed.pledge(),
                MoneyJson.of(escrow.terms().money(failed.amountMinorUnits())),
                failed.attempt(),
                failed.failure());
    }
}
