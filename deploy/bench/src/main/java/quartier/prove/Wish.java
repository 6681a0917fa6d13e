package quartier.prove;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import quartier.system.Launch;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one of the crowd wants; the same for the same seed and number.
 *
 * @param login one of two hundred members
 */
record Wish(
        String login,
        String key,
        long amountMinorUnits,
        @Nullable String tier) {

    private static final int MEMBERS = 200;
    private static final String GOOD_CARD = "4242424242424242";

    static Wish of(long seed, long number) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        long amount = 500 + 100 * random.nextLong(50);
        String tier = amount < 1_500 ? null : random.nextInt(4) == 0 ? Launch.LIMITED : Launch.UNLIMITED;
        return new Wish("voisin" + random.nextInt(MEMBERS), "prove-" + seed + "-" + number, amount, tier);
    }

    String json(String campaign) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("campaign", campaign);
        body.put("amount", Map.of("amount", amountMinorUnits, "currency", "EUR"));
        if (tier != null) {
            body.put("tier", tier);
        }
        body.put("visibility", "anonymous");
        body.put("payment", Map.of("card", GOOD_CARD));
        return JsonMapper.shared().writeValueAsString(body);
    }
}
