package quartier.local.store;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The document store as a process of its own: {@code <file> <port> [power-loss]}. Ends on SIGTERM. */
public final class StoreProcess {

    private StoreProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        var durability = arguments.length > 2 && arguments[2].equals("power-loss")
                ? DocumentStore.Durability.POWER_LOSS
                : DocumentStore.Durability.PROCESS_KILL;
        var store = new DocumentStore(Path.of(arguments[0]), Integer.parseInt(arguments[1]), durability);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            store.close();
            stopped.countDown();
        }));
        System.out.println("ready on port " + store.port());
        stopped.await();
    }
}
