package quartier.pledge.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.EscrowUnavailableException;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.escrow.journal.MemoryStore;
import quartier.pledge.escrow.journal.SteppedReplica;

/**
 * One simulation: some processes over one store, one bus and one bank, and the people who use them. First everything
 * may break; then the weather calms down, and everything has to come to its end.
 */
final class World {

    static final Instant START = Instant.parse("2026-11-01T08:00:00Z");

    private static final Duration STORM = Duration.ofHours(3);
    /** Long enough for an instalment to become due. */
    private static final Duration MONTH = Duration.ofDays(31);

    private static final Duration UNTIL_REST = Duration.ofHours(40);
    private static final Duration LOOK_EVERY = Duration.ofMinutes(10);
    private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(15);

    private final Plant plant;
    private final Chance chance;
    private final Trace trace;
    private final Scheduler scheduler;
    private final Weather weather;
    private final MemoryStore store;
    private final Bus bus = new Bus();
    private final History history = new History();
    private final Bank bank;
    private final List<Replica> processes;
    private final List<String> campaigns;
    private Instant heardUpTo = START;

    World(long seed, Plant plant, boolean talkative) {
        this.plant = plant;
        this.store = plant.store().get();
        this.chance = new Chance(seed);
        this.trace = new Trace(talkative);
        this.scheduler = new Scheduler(chance, trace);
        this.weather = new Weather(chance, scheduler, trace);
        this.bank = new Bank(chance, scheduler, clock(() -> Duration.ZERO));
        this.processes = IntStream.rangeClosed(1, 1 + chance.below(3))
                .mapToObj(n -> new Replica(this, "r" + n))
                .toList();
        this.campaigns = IntStream.rangeClosed(1, 1 + chance.below(2))
                .mapToObj(n -> "c" + n)
                .toList();
    }

    /** @throws AssertionError that tells the seed, when something is not as it has to be */
    static World run(long seed, Plant plant, boolean talkative) {
        World world = new World(seed, plant, talkative);
        try {
            world.scheduler.run(world::live);
            return world;
        } catch (AssertionError wrong) {
            throw new AssertionError(
                    "seed " + seed + ": " + wrong.getMessage() + "\n" + world.trace.lastLines(), wrong);
        }
    }

    private void live() {
        processes.forEach(this::keepRunning);
        Crowd crowd = new Crowd(this);
        Office office = new Office(this);
        new Mail(this).start();
        office.start();
        crowd.start();
        scheduler.start("world", "clocks", this::misadjustClocks);
        scheduler.pause(STORM);
        for (int months = 1 + chance.below(4); months > 0 && isLent(); months--) {
            scheduler.skip(MONTH);
            scheduler.pause(chance.between(Duration.ofMinutes(10), Duration.ofHours(1)));
        }
        weather.calmDown();
        processes.forEach(process -> process.setClock(Duration.ZERO));
        List<String> unrest = List.of();
        for (Duration waited = Duration.ZERO; waited.compareTo(UNTIL_REST) < 0; waited = waited.plus(LOOK_EVERY)) {
            scheduler.pause(LOOK_EVERY);
            unrest = new ArrayList<>(Inspection.unrest(this));
            if (unrest.isEmpty()) {
                new Inspection(this).inspect();
                return;
            }
        }
        throw new AssertionError("it does not come to rest: " + unrest);
    }

    private boolean isLent() {
        return campaigns.stream()
                .map(campaign -> SteppedReplica.folds(store, campaign))
                .filter(folds -> !folds.isEmpty())
                .map(folds -> folds.getLast().escrow())
                .anyMatch(escrow -> escrow != null && escrow.loans().outstandingMinorUnits() > 0);
    }

    private void keepRunning(Replica process) {
        scheduler.start("world", "keep running", () -> {
            while (true) {
                process.start();
                scheduler.await(() -> !process.isUp(), UNTIL_REST.plus(STORM));
                scheduler.pause(chance.between(Duration.ofSeconds(1), LONGEST_OUTAGE));
            }
        });
    }

    private void misadjustClocks() {
        while (!weather.isCalm()) {
            scheduler.pause(chance.between(Duration.ofMinutes(5), Duration.ofHours(2)));
            if (!weather.isCalm() && chance.oneIn(2)) {
                chance.of(processes).setClock(Duration.ofSeconds(chance.between(-600, 600)));
            }
        }
    }

    /** A process that is up, or any if none is. */
    Replica anyProcess() {
        List<Replica> up = processes.stream().filter(Replica::isUp).toList();
        return chance.of(up.isEmpty() ? processes : up);
    }

    /** Sends a command and waits; empty when it is not answered, whatever has become of it. */
    Optional<Outcome> ask(String who, String campaign, Function<Instant, Command> command) {
        return anyProcess()
                .ask(
                        who,
                        services -> services.checkout()
                                .decisions()
                                .of(campaign, command.apply(services.clock().instant())));
    }

    /** Nobody looks when the escrow, or what it has not fetched yet, is out of reach. */
    void look(String campaign, Consumer<Escrow> looks) {
        try {
            anyProcess()
                    .ask("look", services -> services.escrows().find(campaign))
                    .flatMap(found -> found)
                    .ifPresent(looks);
        } catch (EscrowUnavailableException notRead) {
            trace.line("world", campaign + " can't be read");
        }
    }

    Clock clock(Supplier<Duration> ahead) {
        InstantSource source =
                () -> START.plusNanos(scheduler.nanos() / 1_000_000 * 1_000_000).plus(ahead.get());
        return source.withZone(ZoneOffset.UTC);
    }

    /** Until when the bank's events were all heard: kept where no crash reaches it. */
    Instant heardUpTo() {
        return heardUpTo;
    }

    void heardUpTo(Instant until) {
        heardUpTo = until.isAfter(heardUpTo) ? until : heardUpTo;
    }

    Plant plant() {
        return plant;
    }

    Chance chance() {
        return chance;
    }

    Trace trace() {
        return trace;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    Weather weather() {
        return weather;
    }

    MemoryStore store() {
        return store;
    }

    Bus bus() {
        return bus;
    }

    Bank bank() {
        return bank;
    }

    History history() {
        return history;
    }

    List<Replica> processes() {
        return processes;
    }

    List<String> campaigns() {
        return campaigns;
    }
}
