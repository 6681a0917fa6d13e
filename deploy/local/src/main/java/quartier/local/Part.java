package quartier.local;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A process of the system on one machine. The order is that of starting; stopping goes the other way. */
enum Part {
    STORE("store", null, 9, 256, "quartier.local.store.StoreProcess"),
    BROKER("broker", null, 8, 256, "quartier.local.broker.BrokerProcess"),
    IDENTITY("identity", null, 6, 128, "quartier.local.identity.IdentityApplication"),
    CATALOG("catalog-service", "catalog-service", 1, 192, null),
    PLEDGE("pledge-service", "pledge-service", 2, 256, null),
    INKIND("inkind-service", "inkind-service", 3, 160, null),
    SUPPORT("support-service", "support-service", 4, 160, null),
    NOTIFICATION("notification-service", "notification-service", 5, 192, null),
    GATEWAY("gateway", "gateway", 0, 192, null);

    private final String title;
    private final @Nullable String module;
    private final int portOffset;
    private final int heapMegabytes;
    private final @Nullable String mainClass;

    /**
     * @param module the Maven module whose jar this is; null for those of this module
     * @param mainClass within this module's jar; null where the jar knows
     */
    Part(String title, @Nullable String module, int portOffset, int heapMegabytes, @Nullable String mainClass) {
        this.title = title;
        this.module = module;
        this.portOffset = portOffset;
        this.heapMegabytes = heapMegabytes;
        this.mainClass = mainClass;
    }

    static Optional<Part> named(String name) {
        return Arrays.stream(values())
                .filter(part -> part.title.equals(name) || part.title.equals(name + "-service"))
                .findFirst();
    }

    static List<Part> services() {
        return Arrays.stream(values()).filter(part -> part.module != null).toList();
    }

    String title() {
        return title;
    }

    Optional<String> module() {
        return Optional.ofNullable(module);
    }

    Optional<String> mainClass() {
        return Optional.ofNullable(mainClass);
    }

    int portOffset() {
        return portOffset;
    }

    int heapMegabytes() {
        return heapMegabytes;
    }

    /** Boot applications say by themselves when they are ready; the others are when they accept connections. */
    boolean isApplication() {
        return this != STORE && this != BROKER;
    }
}
