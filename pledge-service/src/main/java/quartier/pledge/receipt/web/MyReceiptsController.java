package quartier.pledge.receipt.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;
import quartier.pledge.escrow.PledgeView;
import quartier.pledge.escrow.PledgeViews;
import quartier.pledge.receipt.Bodies;
import quartier.pledge.receipt.Body;
import quartier.pledge.receipt.FiscalCalendar;
import quartier.pledge.receipt.IssueTaxReceipt;
import quartier.pledge.receipt.TaxReceipt;

/** A backer's receipts of a year, and the bodies in whose name a member may read. */
@RestController
final class MyReceiptsController {

    record YearJson(int year, List<Receipt> items) {}

    /**
     * @param paidAt where the time of the payment is not kept, because its pledge has ended, that of the pledge
     * @param tax the tax receipt that stands, if one was asked for
     */
    record Receipt(
            String pledge,
            String campaign,
            MoneyJson amount,
            Instant paidAt,
            String state,
            String pdf,
            @Nullable Tax tax) {}

    record Tax(String number, Instant issuedAt, String pdf) {}

    record BodiesJson(List<BodyName> items) {}

    record BodyName(String body, String name, String registration) {}

    private static final int AT_ONCE = 100;
    private static final int MOST = 500;

    private final PledgeViews pledges;
    private final IssueTaxReceipt receipts;
    private final Bodies bodies;

    MyReceiptsController(PledgeViews pledges, IssueTaxReceipt receipts, Bodies bodies) {
        this.pledges = pledges;
        this.receipts = receipts;
        this.bodies = bodies;
    }

    @GetMapping("/v1/me/receipts")
    @AllowedTo(Role.MEMBER)
    YearJson ofYear(@RequestParam int year, Caller caller) {
        if (year < 2000 || year > 9999) {
            throw Problem.ofFields(List.of(Problem.Field.of("year", "year")));
        }
        List<Receipt> found = new ArrayList<>();
        String cursor = null;
        do {
            PledgeViews.Slice slice = pledges.ofBacker(caller.memberId(), cursor, AT_ONCE);
            slice.pledges().stream()
                    .filter(view ->
                            wasPaid(view) && FiscalCalendar.dayOf(paidAt(view)).getYear() == year)
                    .map(this::receipt)
                    .forEach(found::add);
            cursor = slice.next();
        } while (cursor != null && found.size() < MOST);
        return new YearJson(year, found.stream().limit(MOST).toList());
    }

    @GetMapping("/v1/me/receipt-bodies")
    @AllowedTo(Role.MEMBER)
    BodiesJson bodies(Caller caller) {
        return new BodiesJson(bodies.all().stream()
                .filter(body -> body.agents().contains(caller.memberId()))
                .map(MyReceiptsController::name)
                .toList());
    }

    private static BodyName name(Body body) {
        return new BodyName(body.id(), body.name(), body.registration());
    }

    private static boolean wasPaid(PledgeView view) {
        return view.confirmedAt() != null || view.refundReason() != null;
    }

    private static Instant paidAt(PledgeView view) {
        Instant confirmedAt = view.confirmedAt();
        return confirmedAt == null ? view.promise().placedAt() : confirmedAt;
    }

    private Receipt receipt(PledgeView view) {
        String pledge = view.promise().pledge();
        return new Receipt(
                pledge,
                view.campaign(),
                new MoneyJson(view.promise().amountMinorUnits(), view.currency()),
                paidAt(view),
                view.status().name().toLowerCase(Locale.ROOT),
                "/v1/pledges/" + pledge + "/payment-receipt.pdf",
                receipts.standing(pledge).map(receipt -> tax(pledge, receipt)).orElse(null));
    }

    private static Tax tax(String pledge, TaxReceipt receipt) {
        return new Tax(receipt.number().toString(), receipt.issuedAt(), "/v1/pledges/" + pledge + "/tax-receipt.pdf");
    }
}
