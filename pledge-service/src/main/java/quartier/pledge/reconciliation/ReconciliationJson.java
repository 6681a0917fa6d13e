package quartier.pledge.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param statementReadUntil when the provider's statement was last read to its end
 * @param suspended how many lines do not match; {@code lines} are the oldest of them
 */
record ReconciliationJson(
        String provider,
        @Nullable Instant statementReadUntil,
        long suspended,
        long oldestSeconds,
        List<LineJson> lines) {

    record LineJson(
            String kind,
            String reference,
            @Nullable String campaign,
            String currency,
            String why,
            long differenceMinorUnits,
            Instant since,
            long ageSeconds,
            List<Suspense.Movement> statement,
            List<Suspense.Movement> ledger) {

        static LineJson of(Suspense.Open open, Instant now) {
            return new LineJson(
                    open.kind(),
                    open.reference(),
                    open.campaign(),
                    open.currency(),
                    why(open),
                    open.differenceMinorUnits(),
                    open.since(),
                    age(open, now),
                    open.statement(),
                    open.ledger());
        }

        private static String why(Suspense.Open open) {
            if (open.ledger().isEmpty()) {
                return "not_in_ledger";
            }
            return open.statement().isEmpty() ? "not_on_statement" : "another_amount";
        }
    }

    static ReconciliationJson of(
            String provider, @Nullable Instant readUntil, long suspended, List<Suspense.Open> open, Instant now) {
        return new ReconciliationJson(
                provider,
                readUntil,
                suspended,
                open.isEmpty() ? 0 : age(open.getFirst(), now),
                open.stream().map(one -> LineJson.of(one, now)).toList());
    }

    private static long age(Suspense.Open open, Instant now) {
        return Math.max(0, Duration.between(open.since(), now).toSeconds());
    }
}
