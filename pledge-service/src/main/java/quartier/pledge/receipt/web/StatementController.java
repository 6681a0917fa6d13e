package quartier.pledge.receipt.web;

import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;
import quartier.pledge.receipt.Contributions;
import quartier.pledge.receipt.Language;
import quartier.pledge.receipt.OwnerStatement;
import quartier.pledge.receipt.Printer;

/** A campaign's statement to take away: for a spreadsheet, or printed. */
@RestController
@RequestMapping("/v1/campaigns/{campaign}")
final class StatementController {

    private final Contributions contributions;
    private final StatementTable tables;
    private final Printer printer;

    StatementController(Contributions contributions, StatementTable tables, Printer printer) {
        this.contributions = contributions;
        this.tables = tables;
        this.printer = printer;
    }

    @GetMapping("/statement.csv")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<byte[]> csv(@PathVariable String campaign, Caller caller, Locale locale) {
        var table = tables.withSums(readable(campaign, caller), Language.of(locale));
        return Download.of(fileName(campaign, "csv"), Download.CSV, Spreadsheets.csv(table));
    }

    @GetMapping("/statement.ods")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<byte[]> ods(@PathVariable String campaign, Caller caller, Locale locale) {
        var table = tables.withSums(readable(campaign, caller), Language.of(locale));
        return Download.of(fileName(campaign, "ods"), Download.ODS, Spreadsheets.ods("Quartier", table));
    }

    @GetMapping("/statement.pdf")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<byte[]> pdf(@PathVariable String campaign, Caller caller, Locale locale) {
        OwnerStatement statement = readable(campaign, caller);
        Language language = Language.of(locale);
        return Download.of(
                fileName(campaign, "pdf"),
                Download.PDF,
                printer.statement(statement, tables.lines(statement, language), language));
    }

    /** The owner, the operator, and the staff of the project's territory and of those that contain it. */
    private OwnerStatement readable(String campaign, Caller caller) {
        OwnerStatement statement = contributions.statement(campaign).orElseThrow(Problem::notFound);
        boolean allowed = statement.owner().equals(caller.memberId())
                || caller.holds(Role.MODERATOR, statement.territoryPath())
                || caller.holds(Role.ANIMATOR, statement.territoryPath())
                || caller.holds(Role.TERRITORY_ADMIN, statement.territoryPath());
        if (!allowed) {
            throw Problem.forbidden();
        }
        return statement;
    }

    private static String fileName(String campaign, String ending) {
        return "quartier-" + campaign.replaceAll("[^A-Za-z0-9-]", "-") + "." + ending;
    }
}
