package quartier.gateway.page;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import quartier.gateway.call.Money;
import quartier.gateway.catalog.Project;

/** How numbers, dates and durations are written in the reader's language; templates call it {@code @fmt}. */
@Component("fmt")
public class Format {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String HARD_SPACE = "\u00a0";

    private final MessageSource messages;
    private final Clock clock;

    Format(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** « 1 250 € », cents only where there are some. */
    public String money(@Nullable Money money) {
        if (money == null) {
            return "–";
        }
        Locale locale = LocaleContextHolder.getLocale();
        NumberFormat numbers = NumberFormat.getNumberInstance(locale);
        boolean cents = money.amount() % 100 != 0;
        numbers.setMinimumFractionDigits(cents ? 2 : 0);
        numbers.setMaximumFractionDigits(2);
        String number =
                numbers.format(java.math.BigDecimal.valueOf(money.amount(), 2)).replace("\u202f", HARD_SPACE);
        String symbol = "EUR".equals(money.currency()) ? "€" : money.currency();
        return isFrench(locale) ? number + HARD_SPACE + symbol : symbol + number;
    }

    public String count(long number) {
        return NumberFormat.getIntegerInstance(LocaleContextHolder.getLocale())
                .format(number)
                .replace("\u202f", HARD_SPACE);
    }

    /** « 64 % » */
    public String percent(long percent) {
        return count(percent) + (isFrench(LocaleContextHolder.getLocale()) ? HARD_SPACE + "%" : "%");
    }

    /** Basis points as a percentage: 600 is « 6 % ». */
    public String rate(long basisPoints) {
        Locale locale = LocaleContextHolder.getLocale();
        String number = NumberFormat.getNumberInstance(locale).format(java.math.BigDecimal.valueOf(basisPoints, 2));
        return number + (isFrench(locale) ? HARD_SPACE + "%" : "%");
    }

    public String date(@Nullable Instant instant) {
        if (instant == null) {
            return "–";
        }
        Locale locale = LocaleContextHolder.getLocale();
        return DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(instant.atZone(PARIS));
    }

    /** With the hour in Paris, and how far that is from UTC: « 24 janvier 2027 à 23:59 (heure de Paris, UTC+1) ». */
    public String moment(@Nullable Instant instant) {
        if (instant == null) {
            return "–";
        }
        Locale locale = LocaleContextHolder.getLocale();
        ZonedDateTime there = instant.atZone(PARIS);
        long hours = Duration.ofSeconds(there.getOffset().getTotalSeconds()).toHours();
        return text(
                "moment",
                DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", locale).format(there),
                DateTimeFormatter.ofPattern("HH:mm", locale).format(there),
                "UTC+" + hours);
    }

    /** For the {@code datetime} attribute. */
    public String machine(@Nullable Instant instant) {
        return instant == null ? "" : instant.toString();
    }

    /** « janvier 2027 » of {@code 2027-01}; as it stands where it is no month. */
    public String month(@Nullable String yearMonth) {
        if (yearMonth == null || yearMonth.isBlank()) {
            return "";
        }
        try {
            return DateTimeFormatter.ofPattern("MMMM yyyy", LocaleContextHolder.getLocale())
                    .format(YearMonth.parse(yearMonth));
        } catch (DateTimeParseException asWritten) {
            return yearMonth;
        }
    }

    /** « encore 12 jours », and nothing once it is over. */
    public String remaining(@Nullable Instant deadline) {
        if (deadline == null || !deadline.isAfter(clock.instant())) {
            return "";
        }
        return text("remaining", left(deadline));
    }

    /** « 12 jours », to stand beside its label. */
    public String left(Instant deadline) {
        Duration left = Duration.between(clock.instant(), deadline);
        if (left.toHours() >= 48) {
            return text("left.days", left.toDays());
        }
        return left.toMinutes() >= 120
                ? text("left.hours", left.toHours())
                : text("left.minutes", Math.max(1, left.toMinutes()));
    }

    public boolean isLastHours(@Nullable Instant deadline) {
        return deadline != null
                && deadline.isAfter(clock.instant())
                && Duration.between(clock.instant(), deadline).toHours() < 48;
    }

    public boolean isPast(@Nullable Instant instant) {
        return instant != null && !instant.isAfter(clock.instant());
    }

    /** The words of a code, {@code <prefix>.<code>}; the code itself where nobody wrote any. */
    public String word(String prefix, @Nullable String code) {
        if (code == null || code.isBlank()) {
            return "";
        }
        String found = messages.getMessage(prefix + "." + code, null, code, LocaleContextHolder.getLocale());
        return found == null ? code : found;
    }

    /** The words of a provider's code; one that nobody has put into words is named as it is, and as such. */
    public String failure(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return text("failure.none");
        }
        String found = messages.getMessage("failure." + code, null, "", LocaleContextHolder.getLocale());
        return found == null || found.isEmpty() ? text("failure.other", code) : found;
    }

    /** « 3 jours », of how long something stands. */
    public String age(Duration age) {
        if (age.toHours() >= 48) {
            return text("left.days", age.toDays());
        }
        return age.toMinutes() >= 120
                ? text("left.hours", age.toHours())
                : text("left.minutes", Math.max(1, age.toMinutes()));
    }

    public ProgressBar bar(Project project) {
        return ProgressBar.of(project.totalsOrNothing().collected(), project.goalOrNothing(), List.of());
    }

    /** What a form calls a field that a refusal names: {@code tiers[1].amount} is one of the rewards. */
    public String field(String field) {
        return word("form", field.replaceAll("[\\[.].*", ""));
    }

    /** The id of a form's field, and of the anchor that an error summary links to. */
    public String fieldId(String field) {
        return "f-" + field.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", "");
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    private static boolean isFrench(Locale locale) {
        return "fr".equals(locale.getLanguage());
    }
}
