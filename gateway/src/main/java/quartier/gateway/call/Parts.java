package quartier.gateway.call;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;

/** Asks for the optional parts of a page at the same time, each on a virtual thread with the reader's language. */
public final class Parts {

    private static final Logger log = LoggerFactory.getLogger(Parts.class);

    private final ExecutorService threads;
    private final Duration patience;

    Parts(ExecutorService threads, Duration patience) {
        this.threads = threads;
        this.patience = patience;
    }

    /** Starts the call now; the result is waited for where it is used, never longer than the page's patience. */
    public <T> Supplier<Part<T>> start(Supplier<T> call) {
        Locale locale = LocaleContextHolder.getLocale();
        long deadline = System.nanoTime() + patience.toNanos();
        CompletableFuture<Part<T>> running = CompletableFuture.supplyAsync(
                () -> {
                    LocaleContextHolder.setLocale(locale);
                    return ask(call);
                },
                threads);
        return () -> await(running, deadline);
    }

    private static <T> Part<T> ask(Supplier<T> call) {
        try {
            return Part.of(call.get());
        } catch (ServiceRefused refused) {
            return Part.absent();
        } catch (ServiceUnavailable away) {
            log.warn("A page goes without its part from {}", away.service().segment());
            return Part.unreachable();
        }
    }

    private static <T> Part<T> await(CompletableFuture<Part<T>> running, long deadline) {
        try {
            return running.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException tooSlow) {
            running.cancel(true);
            return Part.unreachable();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Part.unreachable();
        } catch (ExecutionException defect) {
            throw new IllegalStateException(defect.getCause());
        }
    }
}
