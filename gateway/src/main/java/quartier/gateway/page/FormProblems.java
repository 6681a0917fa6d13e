package quartier.gateway.page;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import quartier.gateway.call.Refusal;

/** Why a form was not taken: the summary on top, and what stands at each field. */
public record FormProblems(String title, String detail, List<Refusal.FieldError> errors) {

    private static final FormProblems NONE = new FormProblems("", "", List.of());

    public FormProblems {
        errors = List.copyOf(errors);
    }

    public static FormProblems none() {
        return NONE;
    }

    /** In the service's words; in ours where it had none, such as in an outage. */
    public static FormProblems of(Refusal refusal, MessageSource messages) {
        if (!refusal.title().isBlank()) {
            return new FormProblems(refusal.title(), refusal.detail(), refusal.errors());
        }
        String type = refusal.unknownOutcome() ? "unavailable" : "malformed-request";
        var locale = LocaleContextHolder.getLocale();
        return new FormProblems(
                messages.getMessage("problem." + type + ".title", null, locale),
                messages.getMessage("problem." + type + ".detail", null, locale),
                refusal.errors());
    }

    /** What the page itself found wrong, by message keys. */
    public static FormProblems ours(String title, String detail, MessageSource messages) {
        var locale = LocaleContextHolder.getLocale();
        return new FormProblems(
                messages.getMessage(title, null, locale), messages.getMessage(detail, null, locale), List.of());
    }

    public boolean isPresent() {
        return !title.isEmpty();
    }

    /** The messages at this field; a service may point at a part of it ({@code goal.amount} for {@code goal}). */
    public List<String> at(String field) {
        return errors.stream()
                .filter(error -> error.field().equals(field) || error.field().startsWith(field + "."))
                .map(Refusal.FieldError::message)
                .toList();
    }
}
