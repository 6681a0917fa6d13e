package quartier.pledge.escrow.web;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import quartier.platform.web.Problem;
import quartier.pledge.escrow.PledgeView;
import quartier.pledge.escrow.PledgeViews;

/**
 * Finds a campaign's pledges by the name under which each is shown, and by nothing else: what a backer hides cannot be
 * found out by searching for it. How much of a name is shown stands with the pledge and the name itself apart from it, so
 * pledges are gone through instead of asked for. One request goes through a limited number; its answer then holds what it
 * found so far, maybe nothing, and a cursor from which the next goes on.
 */
final class PledgesByName {

    static final int LOOKED_AT = 2_000;
    static final int LOOKED_AT_ONCE = 500;

    private static final int LONGEST = 100;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final PledgeViews pledges;
    private final Function<List<PledgeView>, ShownNames.Lookup> names;

    PledgesByName(PledgeViews pledges, Function<List<PledgeView>, ShownNames.Lookup> names) {
        this.pledges = pledges;
        this.names = names;
    }

    /** What is searched for; null where nothing is. */
    static @Nullable String wanted(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        if (given.length() > LONGEST) {
            throw new Problem(HttpStatus.BAD_REQUEST, "malformed-request");
        }
        return given.strip();
    }

    /** @param name a part of it, in small or capital letters, with or without accents */
    Page<CampaignPledgeJson> paidOf(
            String campaign, @Nullable String tier, String name, @Nullable String cursor, int limit) {
        String wanted = plain(name);
        List<CampaignPledgeJson> found = new ArrayList<>();
        String from = cursor;
        for (int lookedAt = 0; lookedAt < LOOKED_AT; lookedAt += LOOKED_AT_ONCE) {
            PledgeViews.Slice slice = pledges.paidOf(campaign, tier, from, LOOKED_AT_ONCE);
            ShownNames.Lookup lookup = names.apply(slice.pledges());
            for (PledgeView view : slice.pledges()) {
                String shown = lookup.of(view.promise());
                if (shown != null && plain(shown).contains(wanted)) {
                    found.add(CampaignPledgeJson.of(view, lookup));
                }
                if (found.size() == limit) {
                    return new Page<>(found, next(slice, view));
                }
            }
            from = slice.next();
            if (from == null) {
                break;
            }
        }
        return new Page<>(found, from);
    }

    private @Nullable String next(PledgeViews.Slice slice, PledgeView last) {
        return last.equals(slice.pledges().getLast()) ? slice.next() : pledges.cursorAfter(last);
    }

    private static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
