package quartier.pledge.settlement.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import quartier.platform.web.Problem;
import quartier.pledge.escrow.EscrowViews.Place;

/**
 * Where a list over many campaigns goes on.
 *
 * @param item the last one of the campaign that was shown; empty when all of it was
 */
record Cursor(Place place, String item) {

    private static final int PARTS = 3;
    private static final int LONGEST = 1000;

    static @Nullable Cursor read(@Nullable String given) {
        if (given == null) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(given), StandardCharsets.UTF_8);
            String[] parts = text.split(" ", PARTS);
            if (given.length() > LONGEST || parts.length != PARTS) {
                throw malformed();
            }
            return new Cursor(new Place(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]), parts[2]);
        } catch (IllegalArgumentException notOurs) {
            throw malformed();
        }
    }

    String write() {
        String text = place.deadline().toEpochMilli() + " " + place.campaign() + " " + item;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Problem malformed() {
        return new Problem(HttpStatus.BAD_REQUEST, "malformed-request");
    }
}
