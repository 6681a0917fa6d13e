package quartier.gateway.checkout;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import quartier.gateway.page.FormProblems;

/** A bank's no, in plain words. */
final class Declined {

    private Declined() {}

    static FormProblems because(@Nullable String reason, MessageSource messages) {
        var locale = LocaleContextHolder.getLocale();
        String other = messages.getMessage("decline.other", null, locale);
        String code = reason == null ? "other" : reason.replace('-', '_');
        String words = messages.getMessage("decline." + code, null, other, locale);
        return new FormProblems(
                messages.getMessage("decline.title", null, locale), words == null ? other : words, List.of());
    }
}
