package quartier.pledge.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import quartier.pledge.escrow.Event;
import quartier.pledge.escrow.journal.SteppedReplica;

/**
 * Thousands of lives of the service under crashes, time-outs, duplicates and reorderings. A failing seed is named, and
 * {@code -Dquartier.simulation.seed=S} runs it again with every step printed; {@code -Dquartier.simulation.seeds=N}
 * says how many are run.
 */
class SimulationTest {

    private static final long SEEDS = Long.getLong("quartier.simulation.seeds", 10_000);

    @Test
    void keepsEveryPromiseWhateverBreaks() throws Exception {
        Long one = Long.getLong("quartier.simulation.seed");
        if (one != null) {
            World.run(one, Plant.NONE, true);
            return;
        }
        long start = System.nanoTime();
        AtomicLong next = new AtomicLong(1);
        AtomicLong steps = new AtomicLong();
        Callable<Void> work = () -> {
            for (long seed = next.getAndIncrement(); seed <= SEEDS; seed = next.getAndIncrement()) {
                try {
                    steps.addAndGet(
                            World.run(seed, Plant.NONE, false).scheduler().steps());
                } catch (AssertionError wrong) {
                    next.set(SEEDS + 1);
                    throw wrong;
                }
            }
            return null;
        };
        onEachCore(work);
        System.out.printf("%d simulations, %d steps, %.1f s%n", SEEDS, steps.get(), (System.nanoTime() - start) / 1e9);
    }

    @Test
    void replaysASeedExactly() {
        for (long seed = 1; seed <= 20; seed++) {
            assertThat(World.run(seed, Plant.NONE, false).trace().hash())
                    .as("seed %d", seed)
                    .isEqualTo(World.run(seed, Plant.NONE, false).trace().hash());
        }
    }

    /** So that nothing is thought to be proved that was never tried. */
    @Test
    void livesThroughEverythingThatCanHappen() {
        Set<Class<?>> happened = new HashSet<>();
        for (long seed = 1; seed <= 300; seed++) {
            World world = World.run(seed, Plant.NONE, false);
            for (String campaign : world.campaigns()) {
                SteppedReplica.pages(world.store(), campaign)
                        .forEach(page -> page.entries()
                                .forEach(entry -> entry.events().forEach(event -> happened.add(event.getClass()))));
            }
        }
        assertThat(Event.class.getPermittedSubclasses())
                .allSatisfy(event -> assertThat(happened).contains(event));
    }

    private static void onEachCore(Callable<Void> work) throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();
        try (ExecutorService threads = Executors.newFixedThreadPool(cores)) {
            List<Future<Void>> all = new ArrayList<>();
            for (int core = 0; core < cores; core++) {
                all.add(threads.submit(work));
            }
            for (Future<Void> each : all) {
                each.get();
            }
        } catch (ExecutionException failed) {
            throw new AssertionError(String.valueOf(failed.getCause()), failed.getCause());
        }
    }
}
