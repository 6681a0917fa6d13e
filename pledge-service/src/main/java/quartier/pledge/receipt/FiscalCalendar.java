package quartier.pledge.receipt;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/** Which rules hold on which day. Days begin in Paris, where the tax office is. */
public final class FiscalCalendar {

    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final List<FiscalRules> newestFirst;

    /** @throws IllegalArgumentException when there are none, or two that begin on one day */
    public FiscalCalendar(List<FiscalRules> rules) {
        newestFirst = rules.stream()
                .sorted(Comparator.comparing(FiscalRules::from).reversed())
                .toList();
        if (newestFirst.isEmpty()
                || newestFirst.stream().map(FiscalRules::from).distinct().count() < newestFirst.size()) {
            throw new IllegalArgumentException("fiscal rules begin on different days, and there are some");
        }
    }

    /** @throws IllegalArgumentException for a day before the oldest rules */
    public FiscalRules on(LocalDate day) {
        return newestFirst.stream()
                .filter(rules -> !day.isBefore(rules.from()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no fiscal rules for " + day));
    }

    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, PARIS);
    }
}
