package quartier.catalog.call;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a call must be. All broken rules are told at once. */
final class CallRules {

    static final int TITLE = 80;
    static final int TEXT = 5_000;
    private static final Duration LONGEST = Duration.ofDays(731);

    private CallRules() {}

    static List<Breach> check(CallForm form, Ground ground, Instant now) {
        List<Breach> found = new ArrayList<>();
        words(found, "title", form.title(), TITLE);
        words(found, "text", form.text(), TEXT);
        String theme = form.theme();
        if (theme != null && !ground.themes().contains(theme)) {
            found.add(Breach.of("theme", Rule.UNKNOWN_THEME, theme));
        }
        if (!form.closesAt().isAfter(form.opensAt())) {
            found.add(Breach.of("closesAt", Rule.CLOSES_BEFORE_OPENING));
        } else if (!form.closesAt().isAfter(now)) {
            found.add(Breach.of("closesAt", Rule.CLOSES_IN_PAST));
        } else if (form.closesAt().isAfter(form.opensAt().plus(LONGEST))) {
            found.add(Breach.of("closesAt", Rule.CALL_TOO_LONG, LONGEST.toDays()));
        }
        return found;
    }

    /** What a change must leave alone besides. */
    static List<Breach> checkChange(Call before, CallForm form, Ground ground, Instant now) {
        List<Breach> found = check(form, ground, now);
        if (!form.territory().equals(before.form().territory())) {
            found.add(Breach.of("territory", Rule.TERRITORY_FIXED));
        }
        boolean moved = !form.opensAt().equals(before.form().opensAt());
        if (moved && before.stateAt(now) != CallState.ANNOUNCED) {
            found.add(Breach.of("opensAt", Rule.OPENED_ALREADY));
        }
        return found;
    }

    private static void words(List<Breach> found, String field, Words words, int longest) {
        if (words.fr().isBlank()) {
            found.add(Breach.of(field + ".fr", Rule.REQUIRED));
        }
        length(found, field + ".fr", words.fr(), longest);
        length(found, field + ".en", words.en(), longest);
    }

    private static void length(List<Breach> found, String field, @Nullable String text, int longest) {
        if (text != null && text.length() > longest) {
            found.add(Breach.of(field, Rule.TOO_LONG, longest));
        }
    }
}
