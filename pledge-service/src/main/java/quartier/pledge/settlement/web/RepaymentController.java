package quartier.pledge.settlement.web;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Role;
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

    RepaymentController(AcrossCampaigns across) {
        this.across = across;
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
