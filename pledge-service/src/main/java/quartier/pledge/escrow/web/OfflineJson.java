package quartier.pledge.escrow.web;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Pledge;
import quartier.pledge.escrow.Promise;

/**
 * Cash that was entered, for the territory's staff.
 *
 * @param name of the giver, where they are to be shown
 * @param enteredBy the agent's name; {@code byCaller} whether that is whoever asks, who can't confirm it
 * @param confirmBefore after which it is forgotten; null once it waits no more
 */
record OfflineJson(
        String id,
        String campaign,
        MoneyJson amount,
        @Nullable String tier,
        boolean rewardWaived,
        String visibility,
        @Nullable String name,
        @Nullable String enteredBy,
        boolean byCaller,
        String state,
        Instant enteredAt,
        @Nullable Instant confirmBefore) {

    static OfflineJson of(Escrow escrow, Pledge pledge, Map<String, String> names, String caller) {
        Promise promise = pledge.promise();
        String agent = promise.enteredBy();
        return new OfflineJson(
                promise.pledge(),
                escrow.campaign(),
                MoneyJson.of(escrow.terms().money(promise.amountMinorUnits())),
                promise.tier(),
                promise.rewardWaived(),
                promise.visibility().name().toLowerCase(Locale.ROOT),
                names.get(promise.backer()),
                agent == null ? null : names.get(agent),
                caller.equals(agent),
                pledge instanceof Pledge.Held
                        ? "waiting"
                        : escrow.status(pledge).name().toLowerCase(Locale.ROOT),
                promise.placedAt(),
                pledge instanceof Pledge.Held held ? held.holdUntil() : null);
    }
}
