package quartier.pledge.escrow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class SplitTest {

    @Test
    void addsUpToTheCentForEveryAmountAndRate() {
        for (long collected = 1; collected <= 4_000; collected++) {
            for (int commission : new int[] {0, 1, 333, 500, 600, 777, 800, 9_999}) {
                for (int vat : new int[] {0, 1}) {
                    assertSplits(collected, commission, vat, collected % 7);
                }
                if (commission < 8_000) {
                    assertSplits(collected, commission, 2_000, collected % 3);
                    assertSplits(collected, commission, 550, 0);
                }
            }
        }
    }

    @Test
    void addsUpForLargeAmounts() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_123);
        for (int i = 0; i < 100_000; i++) {
            assertSplits(random.nextLong(1, Long.MAX_VALUE / 2), random.nextInt(8_000), random.nextInt(2_500), i);
        }
    }

    @Test
    void givesTheOddCentToTheLargestRemainder() {
        // 6 % of 0.25 is 0.015 and the tax on it 0.003: 0.232 remain, and the odd cent goes to the commission.
        assertThat(Split.of(25, 600, 2_000, 0)).isEqualTo(new Split(25, 2, 0, 0, 23));
        // Half a cent each: the owner comes first.
        assertThat(Split.of(1, 5_000, 0, 0)).isEqualTo(new Split(1, 0, 0, 0, 1));
    }

    @Test
    void neverTakesMoreFeesThanTheOwnerHas() {
        assertThat(Split.of(100, 600, 2_000, 100)).isEqualTo(new Split(100, 6, 1, 92, 1));
    }

    private static void assertSplits(long collected, int commission, int vat, long fees) {
        // The constructor refuses parts that do not add up; here: none is further than a unit from its exact value.
        Split split = Split.of(collected, commission, vat, fees);
        double exact = (double) collected * commission / 10_000;
        double tolerance = 1 + Math.ulp(exact) * 4;
        assertThat(Math.abs(split.commission() - exact)).isLessThanOrEqualTo(tolerance);
        assertThat(Math.abs(split.vat() - exact * vat / 10_000)).isLessThanOrEqualTo(tolerance);
    }
}
