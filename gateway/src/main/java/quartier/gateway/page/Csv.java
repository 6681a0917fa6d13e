package quartier.gateway.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rows as RFC 4180 has them. What a spreadsheet would take for a formula gets an apostrophe before it. */
public final class Csv {

    private static final Pattern FORMULA = Pattern.compile("^[=+@\\t\\r-].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?\\d+([.,]\\d+)?");
    private static final Pattern QUOTED = Pattern.compile("[\",\\r\\n]");

    private final StringBuilder text = new StringBuilder();

    public Csv row(@Nullable Object... values) {
        List<String> cells = new ArrayList<>();
        for (@Nullable Object value : values) {
            cells.add(cell(value));
        }
        text.append(String.join(",", cells)).append("\r\n");
        return this;
    }

    private static String cell(@Nullable Object value) {
        String written = value == null ? "" : value.toString();
        if (FORMULA.matcher(written).matches() && !NUMBER.matcher(written).matches()) {
            written = "'" + written;
        }
        return QUOTED.matcher(written).find() ? "\"" + written.replace("\"", "\"\"") + "\"" : written;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
