package quartier.gateway.page;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Money;

/**
 * A progress bar on a scale of a thousand, long enough for the goal, the stretch goals and what was collected.
 *
 * @param percent of the goal, rounded down: 99.9 % is not 100
 */
public record ProgressBar(int filled, int goalAt, List<Mark> stretch, long percent) {

    private static final int SCALE = 1000;

    /** Where a stretch goal stands, and whether it is reached. */
    public record Mark(int at, Money amount, boolean reached) {}

    public static ProgressBar of(@Nullable Money collected, Money goal, List<Money> stretchGoals) {
        long sum = collected == null ? 0 : collected.amount();
        long longest = Stream.concat(
                        Stream.of(goal.amount(), sum), stretchGoals.stream().map(Money::amount))
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        List<Mark> marks = stretchGoals.stream()
                .map(mark -> new Mark(at(mark.amount(), longest), mark, sum >= mark.amount()))
                .toList();
        return new ProgressBar(
                at(sum, longest),
                at(goal.amount(), longest),
                marks,
                goal.amount() == 0 ? 0 : Math.multiplyExact(sum, 100L) / goal.amount());
    }

    public boolean isReached() {
        return percent >= 100;
    }

    private static int at(long amount, long longest) {
        return longest == 0 ? 0 : (int) (amount * SCALE / longest);
    }
}
