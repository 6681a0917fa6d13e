package quartier.pledge.simulation;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quartier.platform.outbox.OutboundEvent;
import quartier.pledge.checkout.SteppedCheckout;
import quartier.pledge.checkout.Webhooks;
import quartier.pledge.escrow.Due;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.EscrowUnavailableException;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.escrow.journal.PageStore;
import quartier.pledge.escrow.journal.Projections;
import quartier.pledge.escrow.journal.SteppedReplica;
import quartier.pledge.escrow.journal.Tasks;
import quartier.pledge.payment.PaymentProvider;
import quartier.pledge.payment.ProviderEvent;
import quartier.pledge.settlement.SteppedSettlement;

/** One process of the service: it is started, crashes with all that it had in memory, and is started again. */
final class Replica {

    static final Duration HOLD = Duration.ofMinutes(15);

    private static final MeterRegistry NO_METERS = new CompositeMeterRegistry();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TRIES = 3;

    /** What a process has in memory. */
    private final class Memory {
        final SteppedReplica replica;
        final PaymentProvider provider;
        final Escrows escrows;
        final SteppedCheckout checkout;
        final SteppedSettlement settlement;
        final Map<String, Integer> refusals = new HashMap<>();
        final Set<String> busy = new HashSet<>();

        Memory() {
            Weather weather = world.weather();
            Plant plant = world.plant();
            PageStore pages =
                    plant.pages().apply(new StormyPages(world.store(), Replica.this, weather, world.chance()));
            Projections projections = plant.projections()
                    .apply(new StormyProjections(world.store(), Replica.this, weather, world.chance()));
            Function<OutboundEvent, CompletableFuture<?>> bus =
                    plant.bus().apply(world.bus().from(Replica.this, weather));
            provider = plant.provider().apply(new StormyBank(world.bank(), Replica.this, weather, world.chance()));
            replica = new SteppedReplica(
                    owner(),
                    pages,
                    projections,
                    plant.snapshots().apply(new StormySnapshots(world.store(), Replica.this, weather, world.chance())),
                    snapshotEvery,
                    bus,
                    tasks(),
                    NO_METERS,
                    sweepEvery,
                    idleAfter);
            escrows = new WitnessedEscrows(plant.escrows().apply(replica), world.history(), new HashMap<>());
            checkout = SteppedCheckout.over(escrows, provider, clock, HOLD, NO_METERS);
            settlement = new SteppedSettlement(checkout, provider, clock, TRIES, NO_METERS);
        }

        Services services() {
            return new Services(escrows, checkout, clock);
        }
    }

    private final World world;
    private final String name;
    private final Clock clock;
    private final Duration sweepEvery;
    private final Duration idleAfter;
    private final int snapshotEvery;
    private @Nullable Memory memory;
    private int starts;
    private Duration ahead = Duration.ZERO;

    Replica(World world, String name) {
        this.world = world;
        this.name = name;
        this.clock = world.clock(() -> ahead);
        this.idleAfter = Duration.ofMinutes(world.chance().oneIn(3) ? 5 : 60);
        this.snapshotEvery = world.chance().oneIn(2) ? 16 : Integer.MAX_VALUE;
        this.sweepEvery = world.chance().between(Duration.ofMinutes(2), Duration.ofMinutes(12));
    }

    boolean isUp() {
        return memory != null;
    }

    Clock clock() {
        return clock;
    }

    /** Its clock from now on, against the true time. */
    void setClock(Duration aheadOfTime) {
        ahead = aheadOfTime;
    }

    private String owner() {
        return name + '.' + starts;
    }

    void start() {
        starts++;
        memory = new Memory();
        tasks().start("settle", this::settleForEver);
        tasks().start("catch up", this::catchUpForEver);
    }

    void crash() {
        memory = null;
        world.scheduler().kill(owner());
    }

    int unprojected() {
        return memory == null ? 0 : memory.replica.unprojected();
    }

    /** Sends a request and waits; empty when it is not answered, whatever has become of it. */
    <T> Optional<T> ask(String what, Function<Services, T> request) {
        Memory asked = memory;
        if (asked == null) {
            return Optional.empty();
        }
        AtomicReference<@Nullable T> answer = new AtomicReference<>();
        boolean[] done = {false};
        tasks().start(what, () -> {
            try {
                answer.set(request.apply(asked.services()));
            } catch (EscrowUnavailableException | MongoException unavailable) {
                answer.set(null);
            }
            done[0] = true;
        });
        world.scheduler().await(() -> done[0] || memory != asked, PATIENCE);
        T heard = answer.get();
        return world.weather().isLost() ? Optional.empty() : Optional.ofNullable(heard);
    }

    /** What a request may use. */
    record Services(Escrows escrows, SteppedCheckout checkout, Clock clock) {}

    private void settleForEver() throws InterruptedException {
        while (true) {
            Memory now = memory;
            if (now == null) {
                return;
            }
            sweep(now);
            tasks().pause(sweepEvery);
        }
    }

    private void sweep(Memory now) {
        try {
            for (String campaign : now.escrows.withWork(clock.instant(), 16)) {
                if (now.busy.add(campaign)) {
                    tasks().start("settle " + campaign, () -> {
                        settle(now, campaign);
                        now.busy.remove(campaign);
                    });
                }
            }
        } catch (MongoException unavailable) {
            // The next sweep comes.
        }
    }

    private void settle(Memory now, String campaign) {
        attempt(() -> now.escrows.find(campaign)).ifPresent(escrow -> {
            int[] left = {0};
            List<Due> all =
                    attempt(() -> Optional.of(escrow.due(clock.instant(), 64))).orElseGet(List::of);
            for (Due due : all) {
                left[0]++;
                tasks().start("do " + due.getClass().getSimpleName(), () -> {
                    take(now, escrow, due);
                    left[0]--;
                });
            }
            world.scheduler().await(() -> left[0] == 0, Duration.ofHours(1));
        });
    }

    private void take(Memory now, Escrow escrow, Due due) {
        String what = due.toString();
        int refusals = now.refusals.getOrDefault(what, 0);
        attempt(() -> Optional.of(now.settlement.isRefused(escrow, due, refusals)))
                .filter(refused -> refused)
                .ifPresent(refused -> now.refusals.merge(what, 1, Integer::sum));
    }

    /** Reads the bank's events now and then from where the last complete reading ended: what its calls did not tell. */
    private void catchUpForEver() {
        while (true) {
            world.scheduler().pause(Duration.ofMinutes(40));
            Memory now = memory;
            if (now == null) {
                return;
            }
            Instant from = world.heardUpTo();
            attempt(() -> Optional.of(
                            now.provider.eventsSince(from, null, 1_000).items()))
                    .ifPresent(events -> {
                        boolean all = true;
                        for (ProviderEvent event : events) {
                            all &= attempt(() ->
                                            Optional.of(now.checkout.webhooks().hear(event)))
                                    .filter(effect -> effect != Webhooks.Effect.LATER)
                                    .isPresent();
                        }
                        if (all && !events.isEmpty()) {
                            world.heardUpTo(events.getLast().at());
                        }
                    });
        }
    }

    private static <T> Optional<T> attempt(Supplier<Optional<T>> work) {
        try {
            return work.get();
        } catch (EscrowUnavailableException | MongoException unavailable) {
            return Optional.empty();
        }
    }

    private Tasks tasks() {
        return new OwnTasks(owner());
    }

    /** Tasks that end when this start of the process does. */
    private final class OwnTasks implements Tasks {
        private final String owner;

        OwnTasks(String owner) {
            this.owner = owner;
        }

        @Override
        public void start(String task, Task run) {
            world.scheduler().start(owner, task, run);
        }

        @Override
        public boolean await(BooleanSupplier condition, Duration atMost) {
            return world.scheduler().await(condition, atMost);
        }

        @Override
        public int upTo(int most) {
            return 1 + world.chance().below(most);
        }

        @Override
        public long nanos() {
            return world.scheduler().nanos();
        }

        @Override
        public void pause(Duration duration) {
            world.scheduler().pause(duration);
        }

        @Override
        public <T> T await(CompletableFuture<T> answer) {
            world.scheduler().await(answer::isDone, Duration.ofDays(1_000));
            return answer.join();
        }
    }
}
