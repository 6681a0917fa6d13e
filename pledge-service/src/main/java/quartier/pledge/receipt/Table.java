package quartier.pledge.receipt;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows for a spreadsheet or a page. */
public record Table(List<String> headers, List<List<Cell>> rows) {

    public sealed interface Cell {

        /**
         * What somebody wrote. A spreadsheet must never take it for a formula, so that one which begins as a formula
         * does gets an apostrophe in front.
         */
        record Text(String text) implements Cell {

            private static final String BEGINNINGS = "=+-@\t\r\n＝＋－＠";

            public String harmless() {
                return beginsAsFormula(text) || beginsAsFormula(text.stripLeading()) ? "'" + text : text;
            }

            private static boolean beginsAsFormula(String text) {
                return !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0;
            }
        }

        record Amount(long minorUnits) implements Cell {}

        record Count(long count) implements Cell {}

        record Day(LocalDate day) implements Cell {}

        record Empty() implements Cell {}

        static Cell text(@Nullable String text) {
            return text == null ? new Empty() : new Text(text);
        }
    }

    public Table {
        headers = List.copyOf(headers);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != headers.size()) {
                throw new IllegalArgumentException("a row has as many cells as the table has headers");
            }
        }
    }
}
