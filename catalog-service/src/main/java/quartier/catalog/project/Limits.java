package quartier.catalog.project;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How much may be written at all; a draft has to keep to it too. Lengths in characters. */
final class Limits {

    static final int TITLE = 80;
    static final int PITCH = 200;
    static final int STORY = 20_000;
    static final int UPDATE_TITLE = 120;
    static final int UPDATE_BODY = 10_000;
    private static final int LINE = 200;
    private static final int PARAGRAPH = 2_000;
    private static final int TIERS = 20;
    private static final int NEEDS = 20;
    private static final int STRETCH_GOALS = 5;
    private static final int OTHER_FUNDING = 10;
    private static final int BUDGET_LINES = 30;
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private Limits() {}

    static List<Violation> check(ProjectForm form) {
        List<Violation> found = new ArrayList<>();
        text(found, "title", form.title(), TITLE);
        text(found, "pitch", form.pitch(), PITCH);
        text(found, "story", form.story(), STORY);
        text(found, "district", form.district(), LINE);
        text(found, "theme", form.theme(), LINE);
        text(found, "ownerKind", form.ownerKind(), LINE);
        place(found, form.place());
        count(found, "stretchGoals", form.stretchGoals(), STRETCH_GOALS);
        count(found, "otherFunding", form.otherFunding(), OTHER_FUNDING);
        count(found, "budget", form.budget(), BUDGET_LINES);
        text(found, "licence", form.licence(), LINE);
        count(found, "tiers", form.tiers(), TIERS);
        count(found, "needs", form.needs(), NEEDS);
        if (found.isEmpty()) {
            entries(found, form);
            mandate(found, form.publicBody());
        }
        return found;
    }

    static List<Violation> check(Update update) {
        List<Violation> found = new ArrayList<>();
        required(found, "title", update.title());
        required(found, "body", update.body());
        text(found, "title", update.title(), UPDATE_TITLE);
        text(found, "body", update.body(), UPDATE_BODY);
        return found;
    }

    private static void entries(List<Violation> found, ProjectForm form) {
        for (int i = 0; i < form.otherFunding().size(); i++) {
            text(
                    found,
                    "otherFunding[" + i + "].source",
                    form.otherFunding().get(i).source(),
                    LINE);
        }
        for (int i = 0; i < form.budget().size(); i++) {
            text(found, "budget[" + i + "].source", form.budget().get(i).source(), LINE);
        }
        Set<String> tierIds = new HashSet<>();
        for (int i = 0; i < form.tiers().size(); i++) {
            Tier tier = form.tiers().get(i);
            id(found, "tiers[" + i + "].id", tier.id(), tierIds);
            text(found, "tiers[" + i + "].reward", tier.reward(), LINE);
            text(found, "tiers[" + i + "].handover", tier.handover(), LINE);
            String month = tier.deliveryMonth();
            if (month != null && Calendar.month(month).isEmpty()) {
                found.add(Violation.of("tiers[" + i + "].deliveryMonth", Rule.DELIVERY_MONTH_UNREADABLE));
            }
        }
        Set<String> needIds = new HashSet<>();
        for (int i = 0; i < form.needs().size(); i++) {
            Need need = form.needs().get(i);
            id(found, "needs[" + i + "].id", need.id(), needIds);
            text(found, "needs[" + i + "].kind", need.kind(), LINE);
            text(found, "needs[" + i + "].title", need.title(), LINE);
            text(found, "needs[" + i + "].description", need.description(), PARAGRAPH);
        }
    }

    private static void place(List<Violation> found, @Nullable Place place) {
        if (place == null) {
            return;
        }
        text(found, "place.label", place.label(), LINE);
        // Written so that not-a-number is out of range too.
        if (!(Math.abs(place.latitude()) <= 90)) {
            found.add(Violation.of("place.lat", Rule.COORDINATES_OUT_OF_RANGE));
        }
        if (!(Math.abs(place.longitude()) <= 180)) {
            found.add(Violation.of("place.lon", Rule.COORDINATES_OUT_OF_RANGE));
        }
    }

    private static void mandate(List<Violation> found, @Nullable Mandate mandate) {
        if (mandate != null) {
            text(found, "publicBody.mandateReference", mandate.reference(), LINE);
            String date = mandate.date();
            if (date != null && Calendar.day(date).isEmpty()) {
                found.add(Violation.of("publicBody.mandateDate", Rule.DATE_UNREADABLE));
            }
            text(found, "publicBody.accountantApproval", mandate.accountantApproval(), LINE);
            text(found, "publicBody.beyondMission", mandate.beyondMission(), PARAGRAPH);
        }
    }

    private static void id(List<Violation> found, String field, String id, Set<String> taken) {
        if (!ID.matcher(id).matches()) {
            found.add(Violation.of(field, Rule.MALFORMED_ID));
        } else if (!taken.add(id)) {
            found.add(Violation.of(field, Rule.DUPLICATE_ID));
        }
    }

    /** What has to be said, in no more than so many characters. */
    static List<Violation> line(String field, String text, int longest) {
        List<Violation> found = new ArrayList<>();
        required(found, field, text);
        text(found, field, text, longest);
        return found;
    }

    static void text(List<Violation> found, String field, @Nullable String text, int longest) {
        if (text != null && text.length() > longest) {
            found.add(Violation.of(field, Rule.TOO_LONG, longest));
        }
    }

    static void required(List<Violation> found, String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            found.add(Violation.of(field, Rule.REQUIRED));
        }
    }

    static void count(List<Violation> found, String field, Collection<?> entries, int most) {
        if (entries.size() > most) {
            found.add(Violation.of(field, Rule.TOO_MANY, most));
        }
    }
}
