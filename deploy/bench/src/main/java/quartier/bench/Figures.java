package quartier.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the rounds measured, and the ratios of it. */
final class Figures {

    private record Series(String unit, List<Double> rounds) {}

    private final Map<String, Series> measured = new LinkedHashMap<>();

    /** One more round's figure. */
    void note(String what, String unit, double figure) {
        measured.computeIfAbsent(what, none -> new Series(unit, new ArrayList<>()))
                .rounds()
                .add(figure);
    }

    void print(PrintStream out, List<Row> rows) {
        out.printf(Locale.ROOT, "%n%-48s %10s %-5s %s%n", "figure", "median", "", "rounds");
        measured.forEach((what, series) -> out.printf(
                Locale.ROOT,
                "%-48s %10s %-5s %s%n",
                what,
                format(median(series.rounds())),
                series.unit(),
                String.join(" ", series.rounds().stream().map(Figures::format).toList())));
        out.printf(Locale.ROOT, "%n%-6s %-72s %8s %19s  %s%n", "row", "ratio", "median", "spread", "goal");
        rows.forEach(row -> print(out, row));
    }

    private void print(PrintStream out, Row row) {
        List<Double> ratios = ratios(row);
        out.printf(
                Locale.ROOT,
                "%-6s %-72s %8.2f %8.2f – %8.2f  %s%n",
                row.number(),
                row.what() + " / " + row.against(),
                median(ratios),
                Collections.min(ratios),
                Collections.max(ratios),
                row.goal());
    }

    private List<Double> ratios(Row row) {
        List<Double> what = of(row.what());
        List<Double> against = of(row.against());
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < what.size(); round++) {
            ratios.add(what.get(round) / against.get(round));
        }
        return ratios;
    }

    private List<Double> of(String what) {
        Series series = measured.get(what);
        if (series == null) {
            throw new IllegalArgumentException("not measured: " + what);
        }
        return series.rounds();
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String format(double figure) {
        return String.format(Locale.ROOT, figure < 100 ? "%.2f" : "%.0f", figure);
    }
}
