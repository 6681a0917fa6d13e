package quartier.notification.notice;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Puts notices into words, French or English. */
public final class Wording {

    /** Dates are shown as the territories' clocks have them. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private static final ResourceBundle.Control FRENCH_UNLESS_ENGLISH =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /**
     * A notice in words.
     *
     * @param action the label of the link
     * @param path where the link leads, on the public site
     */
    public record Words(String subject, String text, String action, String path) {}

    public Words of(Notice notice, @Nullable Project project, Locale locale) {
        String title = project == null ? null : project.title();
        var places = new Object[notice.arguments().size() + 1];
        places[0] = title == null ? phrase("project.unknown", locale) : title;
        for (int i = 1; i < places.length; i++) {
            places[i] = shown(notice.arguments().get(i - 1), locale);
        }
        String key = "notice." + notice.kind().code()
                + (notice.asOwner() && notice.kind().hasTwoVoices() ? ".owner" : "");
        Destination destination = notice.kind().destination();
        return new Words(
                // Titles are free text: a line break would begin another header of a mail.
                phrase(key + ".subject", locale, places).replaceAll("\\p{Cntrl}+", " "),
                phrase(key + ".text", locale, places),
                phrase("action." + destination.name(), locale),
                destination.path(notice.project(), project == null ? null : project.slug(), notice.reference()));
    }

    /** Any other phrase of the bundle. */
    public String phrase(String key, Locale locale, Object... places) {
        ResourceBundle phrases =
                ResourceBundle.getBundle("quartier.notification.notice.notices", locale, FRENCH_UNLESS_ENGLISH);
        return new MessageFormat(phrases.getString(key), locale).format(places);
    }

    private String shown(Argument argument, Locale locale) {
        return switch (argument) {
            case Argument.Text(String text) -> text;
            case Argument.Phrase(String key) -> phrase(key, locale);
            case Argument.Count(long number) ->
                NumberFormat.getIntegerInstance(locale).format(number);
            case Argument.Money(long amount, String code) -> {
                Currency currency = Currency.getInstance(code);
                NumberFormat format = NumberFormat.getCurrencyInstance(regional(locale));
                format.setCurrency(currency);
                yield format.format(BigDecimal.valueOf(amount, currency.getDefaultFractionDigits()));
            }
            case Argument.Moment(var instant) ->
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(regional(locale))
                        .format(instant.atZone(ZONE));
        };
    }

    /** English as Europe writes it: sums and dates of a language alone look American. */
    private static Locale regional(Locale locale) {
        return "en".equals(locale.getLanguage()) ? Locale.UK : Locale.FRANCE;
    }
}
