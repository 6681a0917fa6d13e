package quartier.pledge.escrow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class PersistentMapTest {

    @Test
    void behavesAsAMapAndLeavesOlderVersionsAlone() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        Map<String, Integer> expected = new HashMap<>();
        PersistentMap<Integer> map = PersistentMap.empty();
        PersistentMap<Integer> older = map;
        Map<String, Integer> olderExpected = Map.of();
        for (int i = 0; i < 50_000; i++) {
            String key = "k" + random.nextInt(3_000);
            if (random.nextInt(5) < 3) {
                map = map.plus(key, i);
                expected.put(key, i);
            } else {
                map = map.minus(key);
                expected.remove(key);
            }
            assertThat(map.get(key)).isEqualTo(expected.get(key));
            if (i % 10_000 == 5_000) {
                older = map;
                olderExpected = Map.copyOf(expected);
            }
        }
        assertSame(map, expected);
        assertSame(older, olderExpected);
    }

    @Test
    void keepsKeysApartWhoseHashesAreEqual() {
        assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
        PersistentMap<Integer> map =
                PersistentMap.<Integer>empty().plus("AaAa", 1).plus("BBBB", 2).plus("AaBB", 3);
        assertThat(map.size()).isEqualTo(3);
        assertThat(map.get("BBBB")).isEqualTo(2);
        assertThat(map.minus("BBBB").get("AaAa")).isEqualTo(1);
        assertThat(map.minus("BBBB").get("BBBB")).isNull();
        assertThat(map.minus("BBBB").minus("AaAa").minus("AaBB").isEmpty()).isTrue();
        assertThat(map.plus("BBBB", 4).size()).isEqualTo(3);
    }

    @Test
    void isPutTogetherAgainFromPartsThatAreFetchedWhenTheyAreAskedFor() {
        for (int levels = 1; levels <= 2; levels++) {
            PersistentMap<Integer> map = PersistentMap.empty();
            Map<String, Integer> expected = new HashMap<>();
            for (int i = 0; i < 5_000; i++) {
                map = map.plus("k" + i, i);
                expected.put("k" + i, i);
            }
            List<Integer> fetched = new ArrayList<>();
            Map<Integer, Supplier<Map<String, Integer>>> parts = new HashMap<>();
            map.parts(levels)
                    .forEach((place, entries) -> parts.put(place, () -> {
                        fetched.add(place);
                        return entries;
                    }));
            PersistentMap<Integer> again = PersistentMap.of(map.size(), levels, parts);
            assertThat(fetched).isEmpty();

            assertThat(again.get("k7")).isEqualTo(7);
            assertThat(again.plus("k7", 8).minus("k7").get("k7")).isNull();
            assertThat(fetched).hasSize(1);

            for (int i = 0; i < 2_000; i++) {
                again = i % 2 == 0 ? again.minus("k" + i) : again.plus("more" + i, i);
                expected.remove(i % 2 == 0 ? "k" + i : "");
                if (i % 2 != 0) {
                    expected.put("more" + i, i);
                }
            }
            assertSame(again, expected);
            assertThat(fetched).doesNotHaveDuplicates().hasSize(parts.size());
        }
    }

    @Test
    void looksOnlyForTheValuesThatAreAskedFor() {
        PersistentMap<Integer> map = PersistentMap.empty();
        for (int i = 0; i < 100_000; i++) {
            map = map.plus("k" + i, i);
        }
        List<Integer> seen = new ArrayList<>();

        List<Integer> first = map.stream().peek(seen::add).limit(3).toList();

        assertThat(first).hasSize(3);
        assertThat(seen).isEqualTo(first);
        assertThat(map.stream().toList()).isEqualTo(map.values());
    }

    private static void assertSame(PersistentMap<Integer> map, Map<String, Integer> expected) {
        assertThat(map.size()).isEqualTo(expected.size());
        assertThat(map.values()).containsExactlyInAnyOrderElementsOf(expected.values());
        assertThat(map.stream().toList()).isEqualTo(map.values());
        expected.forEach((key, value) -> assertThat(map.get(key)).isEqualTo(value));
    }
}
