package quartier.catalog.call;

import org.jspecify.annotations.Nullable;

/**
 * What there is to win.
 *
 * @param envelopeMinorUnits in cents of a euro: what all awards together may come to
 * @param matchFund the id of one of support-service's funds, for readers: the fund's own rules say what it completes
 */
public record Stake(
        @Nullable Long envelopeMinorUnits, @Nullable String matchFund) {

    public static final Stake NONE = new Stake(null, null);
}
