package quartier.pledge.receipt.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSource;
import quartier.pledge.receipt.FiscalCalendar;
import quartier.pledge.receipt.Language;
import quartier.pledge.receipt.OwnerStatement;
import quartier.pledge.receipt.OwnerStatement.Line;
import quartier.pledge.receipt.Table;
import quartier.pledge.receipt.Table.Cell;

/** A statement's lines, and for spreadsheets its sums below them. */
final class StatementTable {

    private static final int AMOUNTS = 5;

    private final MessageSource messages;

    StatementTable(MessageSource messages) {
        this.messages = messages;
    }

    Table lines(OwnerStatement statement, Language language) {
        List<String> headers = List.of(
                text("line.paid-on", language),
                text("line.pledge", language),
                text("line.backer", language),
                text("line.kind", language),
                text("line.reward", language),
                text("line.state", language),
                text("gross", language),
                text("refunded", language),
                text("owed", language),
                text("charged-back", language),
                text("kept", language));
        return new Table(
                headers,
                statement.lines().stream().map(line -> row(line, language)).toList());
    }

    private List<Cell> row(Line line, Language language) {
        String name = line.name();
        var paidAt = line.paidAt();
        return List.of(
                paidAt == null ? new Cell.Empty() : new Cell.Day(FiscalCalendar.dayOf(paidAt)),
                Cell.text(line.pledge()),
                Cell.text(name == null ? text("anonymous", language) : name),
                Cell.text(text("kind." + line.kind(), language)),
                Cell.text(line.reward()),
                Cell.text(text("line-state." + line.state(), language)),
                new Cell.Amount(line.gross()),
                new Cell.Amount(line.refunded()),
                new Cell.Amount(line.owed()),
                new Cell.Amount(line.chargedBack()),
                new Cell.Amount(line.kept()));
    }

    Table withSums(OwnerStatement statement, Language language) {
        Table lines = lines(statement, language);
        List<List<Cell>> rows = new ArrayList<>(lines.rows());
        OwnerStatement.Sums sums = statement.sums();
        List<Cell> total = new ArrayList<>();
        total.add(Cell.text(text("total", language)));
        while (total.size() < lines.headers().size() - AMOUNTS) {
            total.add(new Cell.Empty());
        }
        total.add(new Cell.Amount(sums.gross()));
        total.add(new Cell.Amount(sums.refunded()));
        total.add(new Cell.Amount(sums.owed()));
        total.add(new Cell.Amount(sums.chargedBack()));
        total.add(new Cell.Amount(sums.kept()));
        rows.add(total);
        rows.add(sum("matched", sums.matched(), lines, language));
        rows.add(sum("commission", -sums.commission(), lines, language));
        rows.add(sum("vat", -sums.vat(), lines, language));
        rows.add(sum("fees", -sums.fees(), lines, language));
        rows.add(sum("net", sums.net(), lines, language));
        return new Table(lines.headers(), rows);
    }

    private List<Cell> sum(String name, long amount, Table lines, Language language) {
        List<Cell> row = new ArrayList<>();
        row.add(Cell.text(text(name, language)));
        while (row.size() < lines.headers().size() - 1) {
            row.add(new Cell.Empty());
        }
        row.add(new Cell.Amount(amount));
        return row;
    }

    private String text(String key, Language language) {
        return messages.getMessage("receipt.statement." + key, null, language.locale());
    }
}
