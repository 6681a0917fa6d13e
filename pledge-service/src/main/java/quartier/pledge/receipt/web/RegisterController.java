package quartier.pledge.receipt.web;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;
import quartier.platform.web.Problem.Field;
import quartier.pledge.receipt.Bodies;
import quartier.pledge.receipt.Body;
import quartier.pledge.receipt.Cancellation;
import quartier.pledge.receipt.Declaration;
import quartier.pledge.receipt.Language;
import quartier.pledge.receipt.ReceiptNumber;
import quartier.pledge.receipt.Table;
import quartier.pledge.receipt.Table.Cell;
import quartier.pledge.receipt.TaxReceipt;
import quartier.pledge.receipt.TaxReceipts;

/** A body's register of tax receipts: what it declares each year, and what the operator cancels. */
@RestController
@RequestMapping("/v1/receipt-bodies/{body}")
final class RegisterController {

    record DeclarationJson(
            String body,
            int year,
            long receipts,
            MoneyJson total,
            MoneyJson giftsOfTheYear,
            long cancelled,
            long lastNumber) {}

    record CancellationForm(@Nullable String reason) {}

    private static final String EUROS = "EUR";

    private final TaxReceipts receipts;
    private final Bodies bodies;
    private final MessageSource messages;
    private final Clock clock;

    RegisterController(TaxReceipts receipts, Bodies bodies, MessageSource messages, Clock clock) {
        this.receipts = receipts;
        this.bodies = bodies;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/declarations/{year}")
    @AllowedTo(Role.MEMBER)
    DeclarationJson declaration(@PathVariable String body, @PathVariable int year, Caller caller) {
        Declaration declaration = declared(body, year, caller);
        return new DeclarationJson(
                body,
                year,
                declaration.receipts(),
                new MoneyJson(declaration.totalMinorUnits(), EUROS),
                new MoneyJson(declaration.giftsMinorUnits(), EUROS),
                declaration.cancelled(),
                declaration.lastNumber());
    }

    @GetMapping("/declarations/{year}.csv")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<byte[]> declarationCsv(
            @PathVariable String body, @PathVariable int year, Caller caller, Locale locale) {
        Declaration declaration = declared(body, year, caller);
        Language language = Language.of(locale);
        List<String> headers = new ArrayList<>();
        for (String column : List.of("body", "year", "receipts", "total", "gifts", "cancelled", "last-number")) {
            headers.add(messages.getMessage("receipt.declaration." + column, null, language.locale()));
        }
        List<Cell> row = List.of(
                Cell.text(bodies.find(body).map(Body::name).orElse(body)),
                new Cell.Count(year),
                new Cell.Count(declaration.receipts()),
                new Cell.Amount(declaration.totalMinorUnits()),
                new Cell.Amount(declaration.giftsMinorUnits()),
                new Cell.Count(declaration.cancelled()),
                new Cell.Count(declaration.lastNumber()));
        return Download.of(
                body + "-" + year + ".csv", Download.CSV, Spreadsheets.csv(new Table(headers, List.of(row))));
    }

    @GetMapping("/receipts/{number}")
    @AllowedTo(Role.OPERATOR)
    TaxReceiptJson show(@PathVariable String body, @PathVariable String number) {
        return json(found(body, number));
    }

    /** The paper as it was issued, cancelled or not. */
    @GetMapping("/receipts/{number}.pdf")
    @AllowedTo(Role.OPERATOR)
    ResponseEntity<byte[]> print(@PathVariable String body, @PathVariable String number) {
        TaxReceipt receipt = found(body, number);
        byte[] pdf = receipts.paper(receipt).orElseThrow(() -> new Problem(HttpStatus.GONE, "receipt-erased"));
        return Download.of(receipt.number() + ".pdf", Download.PDF, pdf);
    }

    /** Asked again it answers with the cancellation that stands. */
    @PostMapping("/receipts/{number}/cancel")
    @AllowedTo(Role.OPERATOR)
    TaxReceiptJson cancel(
            @PathVariable String body, @PathVariable String number, @RequestBody CancellationForm form, Caller caller) {
        List<Field> wrong = new ArrayList<>();
        String reason = Texts.required(form.reason(), "reason", wrong);
        if (!wrong.isEmpty()) {
            throw Problem.ofFields(wrong);
        }
        TaxReceipt receipt = found(body, number);
        receipts.cancel(new Cancellation(
                receipt.number(), reason, caller.memberId(), clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        return json(receipt);
    }

    private Declaration declared(String body, int year, Caller caller) {
        Body found = bodies.find(body).orElseThrow(Problem::notFound);
        if (!caller.isOperator() && !found.agents().contains(caller.memberId())) {
            throw Problem.notFound();
        }
        return Declaration.of(
                body, year, receipts.issuedIn(body, year), receipts.forGiftsOf(body, year), receipts.cancelledOf(body));
    }

    private TaxReceipt found(String body, String number) {
        return ReceiptNumber.parse(number)
                .filter(parsed -> parsed.body().equals(body))
                .flatMap(receipts::find)
                .orElseThrow(Problem::notFound);
    }

    private TaxReceiptJson json(TaxReceipt receipt) {
        return TaxReceiptJson.of(receipt, receipts.cancellation(receipt.number()));
    }
}
