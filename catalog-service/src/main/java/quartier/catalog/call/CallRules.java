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
    static final Duration LONGEST = Duration.ofDays(731);

    private CallRules() {}

    static List<Breach> check(CallForm form, Ground ground, Instant now) {
        List<Breach> found = written(form, ground);
        if (!form.closesAt().isAfter(now) && form.closesAt().isAfter(form.opensAt())) {
            found.add(Breach.of("closesAt", Rule.CLOSES_IN_PAST));
        }
        return found;
    }

    private static List<Breach> written(CallForm form, Ground ground) {
        List<Breach> found = new ArrayList<>();
        words(found, "title", form.title(), TITLE);
        words(found, "text", form.text(), TEXT);
        String theme = form.theme();
        if (theme != null && !ground.themes().contains(theme)) {
            found.add(Breach.of("theme", Rule.UNKNOWN_THEME, theme));
        }
        if (!form.closesAt().isAfter(form.opensAt())) {
            found.add(Breach.of("closesAt", Rule.CLOSES_BEFORE_OPENING));
        } else if (form.closesAt().isAfter(form.opensAt().plus(LONGEST))) {
            found.add(Breach.of("closesAt", Rule.CALL_TOO_LONG, LONGEST.toDays()));
        }
        found.addAll(SelectionRules.check(form));
        return found;
    }

    /** What a change must leave alone besides. */
    static List<Breach> checkChange(Call before, CallForm form, Ground ground, Instant now) {
        boolean closed = before.stateAt(now) == CallState.CLOSED;
        List<Breach> found = closed ? written(form, ground) : check(form, ground, now);
        if (closed && !form.closesAt().equals(before.form().closesAt())) {
            found.add(Breach.of("closesAt", Rule.CLOSED_ALREADY));
        }
        if (!form.territory().equals(before.form().territory())) {
            found.add(Breach.of("territory", Rule.TERRITORY_FIXED));
        }
        boolean moved = !form.opensAt().equals(before.form().opensAt());
        if (moved && before.stateAt(now) != CallState.ANNOUNCED) {
            found.add(Breach.of("opensAt", Rule.OPENED_ALREADY));
        }
        found.addAll(SelectionRules.checkChange(before, form, now));
        return found;
    }

    static void words(List<Breach> found, String field, Words words, int longest) {
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
