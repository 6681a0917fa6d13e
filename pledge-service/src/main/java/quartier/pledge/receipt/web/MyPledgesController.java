package quartier.pledge.receipt.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.pledge.escrow.PledgeView;
import quartier.pledge.escrow.PledgeViews;
import quartier.pledge.receipt.FiscalCalendar;
import quartier.pledge.receipt.Language;
import quartier.pledge.receipt.Table;
import quartier.pledge.receipt.Table.Cell;

/** A backer's own pledges to take away. */
@RestController
final class MyPledgesController {

    private static final int AT_ONCE = 100;
    /** More than anybody makes; whoever does finds the rest in the list. */
    private static final int MOST = 10_000;

    private final PledgeViews pledges;
    private final MessageSource messages;

    MyPledgesController(PledgeViews pledges, MessageSource messages) {
        this.pledges = pledges;
        this.messages = messages;
    }

    @GetMapping("/v1/me/pledges.csv")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<byte[]> csv(Caller caller, Locale locale) {
        Language language = Language.of(locale);
        List<List<Cell>> rows = new ArrayList<>();
        String cursor = null;
        do {
            PledgeViews.Slice slice = pledges.ofBacker(caller.memberId(), cursor, AT_ONCE);
            slice.pledges().forEach(view -> rows.add(row(view, language)));
            cursor = slice.next();
        } while (cursor != null && rows.size() < MOST);
        List<String> headers = new ArrayList<>();
        for (String column :
                List.of("placed-on", "pledge", "campaign", "amount", "currency", "tier", "state", "receipt")) {
            headers.add(text("mine." + column, language));
        }
        return Download.of("quartier.csv", Download.CSV, Spreadsheets.csv(new Table(headers, rows)));
    }

    private List<Cell> row(PledgeView view, Language language) {
        var promise = view.promise();
        return List.of(
                new Cell.Day(FiscalCalendar.dayOf(promise.placedAt())),
                Cell.text(promise.pledge()),
                Cell.text(view.campaign()),
                new Cell.Amount(promise.amountMinorUnits()),
                Cell.text(view.currency()),
                Cell.text(promise.tier()),
                Cell.text(text("statement.line-state." + view.status().name().toLowerCase(Locale.ROOT), language)),
                Cell.text(receipt(view)));
    }

    private static @Nullable String receipt(PledgeView view) {
        boolean paid = view.confirmedAt() != null || view.refundReason() != null;
        return paid ? "/v1/pledges/" + view.promise().pledge() + "/payment-receipt.pdf" : null;
    }

    private String text(String key, Language language) {
        return messages.getMessage("receipt." + key, null, language.locale());
    }
}
