package quartier.support.web;

import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import quartier.platform.web.Problem;
import quartier.support.offer.Rule;

/** Refusals by a rule. */
public final class RuleProblems {

    private RuleProblems() {}

    /** The rule's id is the problem's type; the document carries the rule itself. */
    public static Problem of(Rule rule) {
        boolean english = LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        return new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        rule.id(),
                        english ? rule.english() : rule.french(),
                        rule.reference())
                .with("rule", RuleRepresentation.of(rule));
    }
}
