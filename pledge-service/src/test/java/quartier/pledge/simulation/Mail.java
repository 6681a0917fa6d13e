package quartier.pledge.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import quartier.pledge.checkout.Webhooks;
import quartier.pledge.payment.ProviderEvent;

/** The bank's calls to us: late, twice, out of order, or never. */
final class Mail {

    private static final int TRIES = 4;

    private final World world;
    private final Chance chance;
    private int sent;

    Mail(World world) {
        this.world = world;
        this.chance = world.chance();
    }

    void start() {
        world.scheduler().start("world", "mail", () -> {
            while (true) {
                world.scheduler()
                        .await(() -> sent < world.bank().news().events().size(), Duration.ofDays(1_000));
                send(world.bank().news().events().get(sent++));
            }
        });
    }

    private void send(ProviderEvent event) {
        int copies = chance.of(List.of(0, 1, 1, 1, 2, 3));
        for (int copy = 0; copy < copies; copy++) {
            world.scheduler().start("world", "deliver", () -> deliver(event));
        }
    }

    private void deliver(ProviderEvent event) {
        for (int tries = 0; tries < TRIES; tries++) {
            world.scheduler().pause(chance.between(Duration.ZERO, Duration.ofMinutes(chance.oneIn(4) ? 60 : 2)));
            Optional<Webhooks.Effect> effect = world.anyProcess()
                    .ask("hear", services -> services.checkout().webhooks().hear(event));
            if (effect.filter(heard -> heard != Webhooks.Effect.LATER).isPresent()) {
                return;
            }
        }
    }
}
