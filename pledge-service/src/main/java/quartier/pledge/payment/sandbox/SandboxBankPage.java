package quartier.pledge.payment.sandbox;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.HtmlUtils;
import quartier.pledge.payment.Amount;

/** The page's HTML: one column, two buttons, no script, no request to anywhere else. */
final class SandboxBankPage {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z-]+)}}");

    private final MessageSource messages;
    private final String layout;

    SandboxBankPage(MessageSource messages) {
        this.messages = messages;
        try {
            layout = new ClassPathResource("sandbox/bank-page.html").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    String of(SandboxPayment payment, Locale language) {
        String heading = text("heading." + payment.status().name().toLowerCase(Locale.ROOT), language);
        Map<String, String> parts = Map.ofEntries(
                entry("language", language.getLanguage()),
                entry("title", heading + " – " + text("bank", language)),
                entry("bank", text("bank", language)),
                entry("other-language", otherLanguage(language)),
                entry("heading", heading),
                entry("amount-label", text("amount", language)),
                entry("amount", HtmlUtils.htmlEscape(written(payment.amount(), language))),
                entry("beneficiary-label", text("beneficiary", language)),
                entry("beneficiary", text("beneficiary.name", language)),
                entry(
                        "actions",
                        payment.status() == SandboxPayment.Status.REQUIRES_ACTION
                                ? buttons(payment, language)
                                : wayBack(payment, language)),
                entry("note", text("note", language)));
        return PLACE.matcher(layout)
                .replaceAll(place -> Matcher.quoteReplacement(parts.getOrDefault(place.group(1), "")));
    }

    private String buttons(SandboxPayment payment, Locale language) {
        return button(payment, "approve", "yes", language) + button(payment, "refuse", "no", language);
    }

    private String button(SandboxPayment payment, String action, String look, Locale language) {
        return """
                <form method="post" action="/sandbox/payments/%s/%s?lang=%s"><button class="%s" type="submit">%s</button></form>
                """.formatted(payment.page(), action, language.getLanguage(), look, text(action, language));
    }

    private String wayBack(SandboxPayment payment, Locale language) {
        String returnUrl = payment.returnUrl();
        return returnUrl == null
                ? ""
                : "<p><a href=\"%s\">%s</a></p>".formatted(HtmlUtils.htmlEscape(returnUrl), text("back", language));
    }

    private String otherLanguage(Locale language) {
        String other = language.equals(Locale.FRENCH) ? "en" : "fr";
        String name = other.equals("en") ? "English" : "Français";
        return "<a href=\"?lang=%1$s\" lang=\"%1$s\" hreflang=\"%1$s\">%2$s</a>".formatted(other, name);
    }

    private static String written(Amount amount, Locale language) {
        Currency currency = Currency.getInstance(amount.currency());
        NumberFormat format =
                NumberFormat.getCurrencyInstance(language.equals(Locale.FRENCH) ? Locale.FRANCE : Locale.UK);
        format.setCurrency(currency);
        return format.format(BigDecimal.valueOf(amount.minorUnits(), currency.getDefaultFractionDigits()));
    }

    private String text(String key, Locale language) {
        return HtmlUtils.htmlEscape(messages.getMessage("sandbox.bank." + key, null, language));
    }
}
