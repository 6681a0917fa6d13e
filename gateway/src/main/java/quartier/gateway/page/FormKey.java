package quartier.gateway.page;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The idempotency key that a form carries: one for each form shown, so that sending it twice does it once. */
public final class FormKey {

    private FormKey() {}

    public static String fresh() {
        return UUID.randomUUID().toString();
    }

    /** The key that came with the form; a fresh one for a form that lost it. */
    public static String of(@Nullable String sent) {
        return sent == null || sent.isBlank() ? fresh() : sent;
    }
}
