package quartier.gateway.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import quartier.gateway.catalog.AnswerTemplate;

/**
 * A moderator's decision as it was typed: the criteria that are met, a note for each field and criterion, and the
 * reasons, one a line.
 */
record ReviewForm(
        @Nullable String decision,
        List<String> met,
        Map<String, String> checks,
        Map<String, String> notes,
        @Nullable String reasons,
        @Nullable String confirmed,
        @Nullable String version,
        @Nullable String action) {

    private static final String TEMPLATE = "template-";

    ReviewForm {
        met = met == null ? List.of() : List.copyOf(met);
        // Copies that can be written: the binder puts each entry again once the record is made.
        checks = checks == null ? new LinkedHashMap<>() : new LinkedHashMap<>(checks);
        notes = notes == null ? new LinkedHashMap<>() : new LinkedHashMap<>(notes);
    }

    static ReviewForm empty() {
        return new ReviewForm(null, List.of(), Map.of(), Map.of(), null, null, null, null);
    }

    /** The message key of what must still be said before anything is sent. */
    Optional<String> unconfirmed() {
        if (decision == null) {
            return Optional.of("review.wrong.decision");
        }
        return confirmed == null ? Optional.of("review.wrong.confirm") : Optional.empty();
    }

    /** The id of the template whose words were asked for by its button. */
    Optional<String> template() {
        return action != null && action.startsWith(TEMPLATE)
                ? Optional.of(action.substring(TEMPLATE.length()))
                : Optional.empty();
    }

    /** With the words of a template below what was typed, and its decision unless another one was chosen. */
    ReviewForm with(Optional<AnswerTemplate> template) {
        if (template.isEmpty()) {
            return this;
        }
        boolean english = "en".equals(LocaleContextHolder.getLocale().getLanguage());
        String words = english ? template.get().en() : template.get().fr();
        String typed = reasons == null || reasons.isBlank() ? "" : reasons.strip() + "\n";
        String chosen = decision == null ? template.get().decision() : decision;
        return new ReviewForm(
                chosen, met, checks, notes, typed + (words == null ? "" : words), confirmed, version, null);
    }

    @Nullable
    Long versionRead() {
        return version != null && version.matches("\\d{1,18}") ? Long.valueOf(version) : null;
    }

    public boolean isMet(String criterion) {
        return met.contains(criterion);
    }

    public String note(String field) {
        return notes.getOrDefault(field, "");
    }

    public String check(String criterion) {
        return checks.getOrDefault(criterion, "");
    }

    /** As the catalog wants it. */
    Map<String, Object> body(List<String> criteria) {
        List<Map<String, Object>> checklist = new ArrayList<>();
        for (String criterion : criteria) {
            Map<String, Object> line = new LinkedHashMap<>(Map.of("criterion", criterion, "met", isMet(criterion)));
            if (!check(criterion).isBlank()) {
                line.put("note", check(criterion).strip());
            }
            checklist.add(line);
        }
        List<Map<String, String>> said = notes.entrySet().stream()
                .filter(note -> !note.getValue().isBlank())
                .map(note ->
                        Map.of("field", note.getKey(), "note", note.getValue().strip()))
                .toList();
        List<String> why = reasons == null
                ? List.of()
                : reasons.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
        return Map.of(
                "decision", decision == null ? "" : decision, "checklist", checklist, "notes", said, "reasons", why);
    }
}
