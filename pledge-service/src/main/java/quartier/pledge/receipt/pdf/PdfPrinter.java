package quartier.pledge.receipt.pdf;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import quartier.pledge.receipt.Body;
import quartier.pledge.receipt.FiscalRules;
import quartier.pledge.receipt.Gift;
import quartier.pledge.receipt.Identity;
import quartier.pledge.receipt.Language;
import quartier.pledge.receipt.OwnerStatement;
import quartier.pledge.receipt.PaymentReceipt;
import quartier.pledge.receipt.Printer;
import quartier.pledge.receipt.ReceiptContent;
import quartier.pledge.receipt.Table;
import quartier.pledge.receipt.Table.Cell;

/** What stands on each kind of paper, and in which order. */
final class PdfPrinter implements Printer {

    private final MessageSource messages;

    PdfPrinter(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public byte[] taxReceipt(ReceiptContent content) {
        Words words = new Words(messages, content.language());
        String giver = code(content.gift().giver());
        Sheet sheet = new Sheet(content.language(), words.text("tax.title." + giver));
        sheet.paragraph(words.text("tax.form." + giver, content.form()));
        sheet.fields().field(words.text("tax.number"), content.number().toString());
        if (content.replaces() != null) {
            sheet.important(words.text("tax.replaces", content.replaces().toString()));
        }
        body(sheet.heading(words.text("tax.body")), content.body(), words);
        giver(sheet.heading(words.text("tax.giver")), content.giver(), words);
        gift(sheet.heading(words.text("tax.gift")), content, words);
        sheet.paragraph(words.text("tax.certified." + giver));
        sheet.paragraph(rate(content, words));
        signature(sheet.heading(words.text("tax.signature")), content, words);
        return sheet.print();
    }

    private static void body(Sheet sheet, Body body, Words words) {
        sheet.fields()
                .field(words.text("tax.body.name"), body.name())
                .field(words.text("tax.body.registration"), body.registration())
                .field(words.text("tax.address"), Words.lines(body.address()))
                .field(words.text("tax.body.purpose"), body.purpose())
                .field(words.text("tax.body.kind"), words.text("tax.body.kind." + code(body.kind())));
    }

    private static void giver(Sheet sheet, Identity giver, Words words) {
        switch (giver) {
            case Identity.Person person ->
                sheet.fields()
                        .field(words.text("tax.giver.last-name"), person.lastName())
                        .field(words.text("tax.giver.first-name"), person.firstName())
                        .field(words.text("tax.address"), Words.lines(person.address()));
            case Identity.Company company ->
                sheet.fields()
                        .field(words.text("tax.giver.company"), company.name())
                        .field(words.text("tax.giver.legal-form"), company.legalForm())
                        .field("SIREN", company.siren())
                        .field(words.text("tax.address"), Words.lines(company.address()));
        }
    }

    private static void gift(Sheet sheet, ReceiptContent content, Words words) {
        Gift gift = content.gift();
        sheet.fields()
                .field(words.text("tax.gift.amount"), words.money(gift.amountMinorUnits(), gift.currency()))
                .field(words.text("tax.gift.in-words"), content.amountInWords())
                .field(words.text("tax.gift.date"), words.day(content.givenOn()))
                .field(words.text("tax.gift.act"), words.text("tax.gift.act.value"))
                .field(words.text("tax.gift.nature"), words.text("tax.gift.nature.value"))
                .field(words.text("tax.gift.means"), words.text("tax.gift.means.value"))
                .field(words.text("tax.gift.reward"), reward(gift.reward(), words));
    }

    private static String reward(Gift.@Nullable Reward reward, Words words) {
        if (reward == null) {
            return words.text("tax.gift.reward.none");
        }
        return reward.waived()
                ? words.text("tax.gift.reward.waived", reward.description())
                : words.text(
                        "tax.gift.reward.within",
                        reward.description(),
                        words.money(reward.marketValueMinorUnits(), "EUR"));
    }

    private static String rate(ReceiptContent content, Words words) {
        FiscalRules rules = content.rules();
        String rate = switch (content.gift().giver()) {
            case COMPANY ->
                words.text(
                        "tax.rate.company",
                        words.percent(rules.companyShare()),
                        words.money(rules.companyThreshold(), "EUR"),
                        words.percent(rules.companyShareAbove()));
            case PERSON ->
                switch (content.body().regime()) {
                    case GENERAL_INTEREST -> words.text("tax.rate.person", words.percent(rules.individualShare()));
                    case AID_TO_PEOPLE_IN_DIFFICULTY ->
                        words.text(
                                "tax.rate.difficulty",
                                words.percent(rules.difficultyShare()),
                                words.money(rules.difficultyCeiling(), "EUR"),
                                words.percent(rules.individualShare()));
                };
        };
        return rate + " " + words.text("tax.rate.source", rules.source());
    }

    private static void signature(Sheet sheet, ReceiptContent content, Words words) {
        Body body = content.body();
        sheet.fields()
                .field(words.text("tax.issued-on"), words.day(content.issuedOn()))
                .field(
                        words.text("tax.signatory"),
                        body.signatory().name() + ", " + body.signatory().role());
        sheet.paragraph(words.text(
                "tax.mandate",
                body.name(),
                body.mandate().reference(),
                words.day(body.mandate().signedOn())));
    }

    @Override
    public byte[] paymentReceipt(PaymentReceipt receipt, String name, Language language) {
        Words words = new Words(messages, language);
        Sheet sheet = new Sheet(language, words.text("payment.title"));
        sheet.important(words.text("payment.no-tax-receipt"));
        sheet.fields()
                .field(words.text("payment.reference"), receipt.payment())
                .field(words.text("payment.pledge"), receipt.pledge())
                .field(words.text("payment.project"), Objects.requireNonNullElse(receipt.project(), receipt.campaign()))
                .field(words.text("payment.backer"), name)
                .field(words.text("payment.amount"), words.money(receipt.amountMinorUnits(), receipt.currency()))
                .field(words.text("payment.paid-on"), words.day(receipt.paidAt()));
        if (receipt.refunds().isEmpty()) {
            sheet.paragraph(words.text("payment.held"));
        } else {
            refunds(sheet.heading(words.text("payment.refunds")), receipt, words);
        }
        return sheet.print();
    }

    private static void refunds(Sheet sheet, PaymentReceipt receipt, Words words) {
        Sheet.Rows rows = sheet.table(List.of(
                words.text("payment.refund.reference"),
                words.text("payment.refund.reason"),
                words.text("payment.refund.state"),
                words.text("payment.amount")));
        for (PaymentReceipt.Refund refund : receipt.refunds()) {
            Sheet.Cells cells = rows.row();
            cells.text(refund.reference());
            cells.text(words.text("refund-reason." + refund.reason()));
            String state = words.text("refund-state." + code(refund.state()));
            cells.text(refund.at() == null ? state : state + ", " + words.day(refund.at()));
            cells.number(words.money(refund.amountMinorUnits(), receipt.currency()));
        }
        sheet.paragraph(words.text("payment.refund.how"));
    }

    @Override
    public byte[] statement(OwnerStatement statement, Table table, Language language) {
        Words words = new Words(messages, language);
        Sheet sheet = new Sheet(language, words.text("statement.title")).wide();
        OwnerStatement.Sums sums = statement.sums();
        Sheet.Rows fields = sheet.fields()
                .field(
                        words.text("payment.project"),
                        Objects.requireNonNullElse(statement.project(), statement.campaign()))
                .field(words.text("statement.state"), words.text("campaign-state." + statement.state()))
                .field(words.text("statement.page"), Long.toString(statement.page()));
        sum(fields, "gross", sums.gross(), statement, words);
        sum(fields, "refunded", sums.refunded(), statement, words);
        sum(fields, "owed", sums.owed(), statement, words);
        sum(fields, "charged-back", sums.chargedBack(), statement, words);
        sum(fields, "kept", sums.kept(), statement, words);
        sum(fields, "matched", sums.matched(), statement, words);
        sum(fields, "commission", sums.commission(), statement, words);
        sum(fields, "vat", sums.vat(), statement, words);
        sum(fields, "fees", sums.fees(), statement, words);
        sum(fields, "net", sums.net(), statement, words);
        Sheet.Rows rows = sheet.heading(words.text("statement.lines")).table(table.headers());
        for (List<Cell> line : table.rows()) {
            Sheet.Cells cells = rows.row();
            line.forEach(cell -> put(cells, cell, words));
        }
        return sheet.print();
    }

    private static void sum(Sheet.Rows fields, String name, long amount, OwnerStatement statement, Words words) {
        fields.field(words.text("statement." + name), words.money(amount, statement.currency()));
    }

    private static void put(Sheet.Cells cells, Cell cell, Words words) {
        switch (cell) {
            case Cell.Text(String text) -> cells.text(text);
            case Cell.Amount(long minorUnits) -> cells.number(words.amount(minorUnits));
            case Cell.Count(long count) -> cells.number(Long.toString(count));
            case Cell.Day(var day) -> cells.text(words.day(day));
            case Cell.Empty() -> cells.text("");
        }
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
