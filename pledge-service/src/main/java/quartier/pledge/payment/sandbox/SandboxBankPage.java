package quartier.pledge.payment.sandbox;

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
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.HtmlUtils;
import quartier.pledge.payment.Amount;
import quartier.pledge.payment.PayeeStatus;

/** The pages' HTML: one column, two buttons, no script, no request to anywhere else. */
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
        String heading = text("heading." + word(payment.status()), language);
        String facts = fact("amount", HtmlUtils.htmlEscape(written(payment.amount(), language)), language)
                + fact("beneficiary", text("beneficiary.name", language), language);
        String actions = payment.status() == SandboxPayment.Status.REQUIRES_ACTION
                ? button("payments/" + payment.page(), "approve", "yes", "", language)
                        + button("payments/" + payment.page(), "refuse", "no", "", language)
                : wayBack(payment.returnUrl(), "back", language);
        return filled(heading, facts, actions, "note", language);
    }

    /** Where the bank looks at a payee's papers; here the payee says what it will find. */
    String of(SandboxPayee payee, Locale language) {
        String heading = text("payee.heading." + word(payee.status()), language);
        String facts = fact("payee.member", HtmlUtils.htmlEscape(payee.member()), language);
        String actions = payee.status() == PayeeStatus.VERIFIED
                ? wayBack(payee.returnUrl(), "payee.back", language)
                : button("payees/" + payee.page(), "approve", "yes", accounts(language), language)
                        + button("payees/" + payee.page(), "reject", "no", "", language);
        return filled(heading, facts, actions, "payee.note", language);
    }

    private String filled(String heading, String facts, String actions, String note, Locale language) {
        Map<String, String> parts = Map.of(
                "language",
                language.getLanguage(),
                "title",
                heading + " – " + text("bank", language),
                "bank",
                text("bank", language),
                "other-language",
                otherLanguage(language),
                "heading",
                heading,
                "facts",
                facts,
                "actions",
                actions,
                "note",
                text(note, language));
        return PLACE.matcher(layout)
                .replaceAll(place -> Matcher.quoteReplacement(parts.getOrDefault(place.group(1), "")));
    }

    private String fact(String label, String html, Locale language) {
        return "<dt>%s</dt><dd>%s</dd>".formatted(text(label, language), html);
    }

    private String accounts(Locale language) {
        StringBuilder choices =
                new StringBuilder("<fieldset><legend>%s</legend>".formatted(text("payee.account", language)));
        for (SandboxPayee.BankAccount account : SandboxPayee.BankAccount.values()) {
            choices.append("<label><input type=\"radio\" name=\"account\" value=\"%s\"%s> %s</label>"
                    .formatted(
                            word(account),
                            account == SandboxPayee.BankAccount.USUAL ? " checked" : "",
                            text("payee.account." + word(account), language)));
        }
        return choices.append("</fieldset>").toString();
    }

    private String button(String page, String action, String look, String fields, Locale language) {
        String label = text((page.startsWith("payees") ? "payee." : "") + action, language);
        return """
                <form method="post" action="/sandbox/%s/%s?lang=%s">%s<button class="%s" type="submit">%s</button></form>
                """.formatted(page, action, language.getLanguage(), fields, look, label);
    }

    private String wayBack(@Nullable String returnUrl, String label, Locale language) {
        return returnUrl == null
                ? ""
                : "<p><a href=\"%s\">%s</a></p>".formatted(HtmlUtils.htmlEscape(returnUrl), text(label, language));
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

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private String text(String key, Locale language) {
        return HtmlUtils.htmlEscape(messages.getMessage("sandbox.bank." + key, null, language));
    }
}
