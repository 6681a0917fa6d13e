package quartier.catalog.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a draft has come, for its owner.
 *
 * @param percent of the things that a good project page has
 * @param missing the fields that are still empty; some of them are only recommended
 */
public record Completeness(int percent, List<String> missing) {

    public Completeness {
        missing = List.copyOf(missing);
    }

    public static Completeness of(ProjectForm form) {
        Map<String, Boolean> there = new LinkedHashMap<>();
        there.put("title", written(form.title()));
        there.put("pitch", written(form.pitch()));
        there.put("story", written(form.story()));
        there.put("theme", written(form.theme()));
        there.put("district", written(form.district()));
        there.put("place", form.place() != null);
        there.put("ownerKind", written(form.ownerKind()));
        there.put("goal", form.goal() != null);
        there.put("durationDays", form.durationDays() != null);
        there.put("budget", !form.budget().isEmpty());
        there.put("tiers", !form.tiers().isEmpty());
        there.put("needs", !form.needs().isEmpty());
        if (OwnerKind.PUBLIC_BODY.id().equals(form.ownerKind())) {
            there.put("publicBody", form.publicBody() != null);
        }
        List<String> missing = new ArrayList<>();
        there.forEach((field, present) -> {
            if (!present) {
                missing.add(field);
            }
        });
        return new Completeness((there.size() - missing.size()) * 100 / there.size(), missing);
    }

    private static boolean written(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
