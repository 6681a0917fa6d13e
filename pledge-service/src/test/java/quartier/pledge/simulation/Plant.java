package quartier.pledge.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import quartier.platform.outbox.OutboundEvent;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.escrow.journal.MemoryStore;
import quartier.pledge.escrow.journal.PageStore;
import quartier.pledge.escrow.journal.Projections;
import quartier.pledge.escrow.journal.SnapshotStore;
import quartier.pledge.payment.PaymentProvider;

/** A mistake at one of the ports, or none. Each is made anew for each process. */
record Plant(
        Supplier<MemoryStore> store,
        UnaryOperator<PageStore> pages,
        UnaryOperator<Projections> projections,
        UnaryOperator<SnapshotStore> snapshots,
        UnaryOperator<Function<OutboundEvent, CompletableFuture<?>>> bus,
        UnaryOperator<PaymentProvider> provider,
        UnaryOperator<Escrows> escrows) {

    static final Plant NONE = new Plant(
            MemoryStore::new, good -> good, good -> good, good -> good, good -> good, good -> good, good -> good);

    private static final int SEEDS = 400;

    /** @throws AssertionError when no seed finds it */
    static void assertFound(Plant plant) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            try {
                World.run(seed, plant, false);
            } catch (AssertionError found) {
                assertThat(found).hasMessageStartingWith("seed " + seed + ":");
                return;
            }
        }
        throw new AssertionError("not found by " + SEEDS + " seeds");
    }

    static Plant store(Supplier<MemoryStore> bad) {
        return new Plant(bad, NONE.pages, NONE.projections, NONE.snapshots, NONE.bus, NONE.provider, NONE.escrows);
    }

    static Plant pages(UnaryOperator<PageStore> bad) {
        return new Plant(NONE.store, bad, NONE.projections, NONE.snapshots, NONE.bus, NONE.provider, NONE.escrows);
    }

    static Plant projections(UnaryOperator<Projections> bad) {
        return new Plant(NONE.store, NONE.pages, bad, NONE.snapshots, NONE.bus, NONE.provider, NONE.escrows);
    }

    static Plant snapshots(UnaryOperator<SnapshotStore> bad) {
        return new Plant(NONE.store, NONE.pages, NONE.projections, bad, NONE.bus, NONE.provider, NONE.escrows);
    }

    static Plant bus(UnaryOperator<Function<OutboundEvent, CompletableFuture<?>>> bad) {
        return new Plant(NONE.store, NONE.pages, NONE.projections, NONE.snapshots, bad, NONE.provider, NONE.escrows);
    }

    static Plant provider(UnaryOperator<PaymentProvider> bad) {
        return new Plant(NONE.store, NONE.pages, NONE.projections, NONE.snapshots, NONE.bus, bad, NONE.escrows);
    }

    static Plant escrows(UnaryOperator<Escrows> bad) {
        return new Plant(NONE.store, NONE.pages, NONE.projections, NONE.snapshots, NONE.bus, NONE.provider, bad);
    }
}
