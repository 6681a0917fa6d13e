package quartier.inkind.need;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.inkind.need.NeedMother.NOW;
import static quartier.inkind.need.NeedMother.OWNER;
import static quartier.inkind.need.NeedMother.id;
import static quartier.inkind.need.NeedMother.needOf;
import static quartier.inkind.need.NeedMother.offer;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Invariant 19 after each of many random steps; a failure names the seed that replays it. */
class NeedPropertiesTest {

    private static final int RUNS = 300;
    private static final int STEPS = 60;

    @Test
    void neverAcceptsBeyondItsQuantityWhateverTheOrderOfRequests() {
        for (long seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            Need need = needOf(1 + random.nextInt(6));
            for (int step = 0; step < STEPS; step++) {
                Decision decision = randomStep(need, random);
                if (decision instanceof Decision.Changed changed) {
                    need = changed.need();
                }
                assertThat(need.accepted())
                        .as("accepted, seed %d step %d", seed, step)
                        .isBetween(0, need.quantity());
                assertThat(need.promised())
                        .as("promised, seed %d step %d", seed, step)
                        .isGreaterThanOrEqualTo(need.accepted());
                assertThat(need.done()).as("done, seed %d step %d", seed, step).isLessThanOrEqualTo(need.accepted());
            }
        }
    }

    private static Decision randomStep(Need need, Random random) {
        String name = "o" + random.nextInt(8);
        String member = "m-" + name;
        return switch (random.nextInt(6)) {
            case 0, 1 -> need.offer(offer(name, member, 1 + random.nextInt(3)));
            case 2 -> need.accept(id(name), OWNER, NOW);
            case 3 -> need.done(id(name), OWNER, NOW);
            case 4 -> need.withdraw(id(name), member, NOW);
            default -> need.decline(id(name), OWNER, "non", NOW);
        };
    }
}
