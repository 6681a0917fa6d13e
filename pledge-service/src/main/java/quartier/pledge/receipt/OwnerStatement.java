package quartier.pledge.receipt;

import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A campaign's money, line by line, for its owner. Amounts are minor units of {@code currency}.
 *
 * @param territoryPath whose staff may read it too
 * @param page of the journal, up to which it goes
 */
public record OwnerStatement(
        String campaign,
        @Nullable String project,
        String owner,
        List<String> territoryPath,
        String state,
        String currency,
        long page,
        List<Line> lines,
        Sums sums) {

    /**
     * A payment that came in.
     *
     * @param name as much of it as the owner may know; null is anonymous
     * @param reward to deliver; null when there is none
     * @param gross what was paid
     * @param refunded what went back of it
     * @param owed what still has to go back of it
     * @param chargedBack what the payer's bank took
     */
    public record Line(
            String pledge,
            @Nullable Instant paidAt,
            @Nullable String name,
            String kind,
            @Nullable String reward,
            String state,
            long gross,
            long refunded,
            long owed,
            long chargedBack) {

        public long kept() {
            return gross - refunded - owed - chargedBack;
        }
    }

    /**
     * @param gross all that came in, money that went straight back too
     * @param kept {@code gross - refunded - owed - chargedBack}
     * @param matched what sponsors added
     * @param net {@code kept + matched - commission - vat - fees}; before the verdict as it would be now
     */
    public record Sums(
            long gross,
            long refunded,
            long owed,
            long chargedBack,
            long kept,
            long matched,
            long commission,
            long vat,
            long fees,
            long net) {

        public Sums {
            if (kept != gross - refunded - owed - chargedBack || net != kept + matched - commission - vat - fees) {
                throw new IllegalArgumentException("what is kept is what came in without what went out");
            }
        }
    }

    public OwnerStatement {
        territoryPath = List.copyOf(territoryPath);
        lines = List.copyOf(lines);
        if (sum(lines, Line::gross) != sums.gross()
                || sum(lines, Line::refunded) != sums.refunded()
                || sum(lines, Line::owed) != sums.owed()
                || sum(lines, Line::chargedBack) != sums.chargedBack()) {
            throw new IllegalArgumentException("the lines of campaign " + campaign + " do not add up to its sums");
        }
    }

    private static long sum(List<Line> lines, ToLongFunction<Line> amount) {
        return lines.stream().mapToLong(amount).reduce(0, Math::addExact);
    }
}
