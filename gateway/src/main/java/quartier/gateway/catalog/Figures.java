package quartier.gateway.catalog;

import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Money;

/**
 * What public projects come to: those of a territory and of the ones below it, or all.
 *
 * @param territory null for all
 * @param coSupported projects that the territory supports elsewhere; their money counts where they are at home
 */
public record Figures(
        @Nullable String territory,
        long projects,
        long live,
        long succeeded,
        @Nullable Money collected,
        long backers,
        long coSupported) {

    public static final Figures NONE = new Figures(null, 0, 0, 0, null, 0, 0);

    public Figures {
        collected = collected == null ? Money.euros(0) : collected;
    }
}
