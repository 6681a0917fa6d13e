package quartier.pledge.simulation;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** All chance of one simulation, from its seed. */
final class Chance {

    private final RandomGenerator random;

    Chance(long seed) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** From 0 inclusive to {@code bound} exclusive. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Both inclusive. */
    long between(long least, long most) {
        return random.nextLong(least, most + 1);
    }

    Duration between(Duration least, Duration most) {
        return Duration.ofMillis(between(least.toMillis(), most.toMillis()));
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    /** True with this probability. */
    boolean happens(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }

    <T> T of(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
