package quartier.pledge.receipt.pdf;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import org.springframework.context.MessageSource;
import quartier.pledge.receipt.Address;
import quartier.pledge.receipt.FiscalCalendar;
import quartier.pledge.receipt.Language;

/** Texts, amounts and dates as they are written in one language. */
record Words(MessageSource messages, Language language) {

    String text(String key, Object... arguments) {
        return messages.getMessage("receipt." + key, arguments.length == 0 ? null : arguments, language.locale());
    }

    String money(long minorUnits, String currency) {
        Currency unit = Currency.getInstance(currency);
        NumberFormat format = NumberFormat.getCurrencyInstance(language.locale());
        format.setCurrency(unit);
        // The narrow space between thousands is in few fonts.
        return format.format(BigDecimal.valueOf(minorUnits, unit.getDefaultFractionDigits()))
                .replace('\u202f', '\u00a0');
    }

    String amount(long minorUnits) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMinimumFractionDigits(2);
        return format.format(BigDecimal.valueOf(minorUnits, 2)).replace('\u202f', '\u00a0');
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(day);
    }

    String day(Instant instant) {
        return day(FiscalCalendar.dayOf(instant));
    }

    /** {@code 66 %} of 6600. */
    String percent(int tenThousandths) {
        NumberFormat format = NumberFormat.getPercentInstance(language.locale());
        format.setMaximumFractionDigits(2);
        return format.format(BigDecimal.valueOf(tenThousandths, 4)).replace('\u202f', '\u00a0');
    }

    static String lines(Address address) {
        return address.street() + ", " + address.postalCode() + " " + address.city() + ", " + address.country();
    }
}
