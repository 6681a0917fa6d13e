package quartier.pledge.receipt.web;

import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.pledge.receipt.Table;
import quartier.pledge.receipt.Table.Cell;

/** Tables as files for spreadsheets. Texts that would be formulas are made harmless in both. */
final class Spreadsheets {

    private static final int CENTS = 2;
    /** Tells Excel that the file is UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Spreadsheets() {}

    /** RFC 4180, UTF-8; amounts with a point, days as ISO 8601. */
    static byte[] csv(Table table) {
        StringBuilder csv = new StringBuilder(BYTE_ORDER_MARK);
        line(csv, table.headers().stream().map(Spreadsheets::quoted).toList());
        table.rows()
                .forEach(
                        row -> line(csv, row.stream().map(Spreadsheets::written).toList()));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder csv, List<String> cells) {
        csv.append(String.join(",", cells)).append("\r\n");
    }

    private static String written(Cell cell) {
        return switch (cell) {
            case Cell.Text text -> quoted(text.harmless());
            case Cell.Amount(long minorUnits) ->
                BigDecimal.valueOf(minorUnits, CENTS).toPlainString();
            case Cell.Count(long count) -> Long.toString(count);
            case Cell.Day(var day) -> day.toString();
            case Cell.Empty() -> "";
        };
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    static byte[] ods(String title, Table table) {
        Sheet sheet = new Sheet(title, table.rows().size() + 1, table.headers().size());
        for (int column = 0; column < table.headers().size(); column++) {
            sheet.getRange(0, column).setValue(table.headers().get(column));
        }
        for (int row = 0; row < table.rows().size(); row++) {
            for (int column = 0; column < table.headers().size(); column++) {
                Object value = value(table.rows().get(row).get(column));
                if (value != null) {
                    sheet.getRange(row + 1, column).setValue(value);
                }
            }
        }
        SpreadSheet spreadsheet = new SpreadSheet();
        spreadsheet.appendSheet(sheet);
        ByteArrayOutputStream ods = new ByteArrayOutputStream();
        try {
            spreadsheet.save(ods);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // it is written to memory
        }
        return ods.toByteArray();
    }

    private static @Nullable Object value(Cell cell) {
        return switch (cell) {
            case Cell.Text text -> text.harmless();
            case Cell.Amount(long minorUnits) ->
                BigDecimal.valueOf(minorUnits, CENTS).doubleValue(); // a spreadsheet computes in doubles anyhow
            case Cell.Count(long count) -> count;
            case Cell.Day(var day) -> day;
            case Cell.Empty() -> null;
        };
    }
}
