package quartier.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import quartier.gateway.call.Money;

final class FormatTest {

    private static final Instant NOW = Instant.parse("2027-01-20T12:00:00Z");
    private final Format format = new Format(messages(), Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void readsFrench() {
        LocaleContextHolder.setLocale(Locale.FRENCH);
    }

    @AfterEach
    void readsNothingAnymore() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void writesMoneyWithSpacesThatDoNotBreak() {
        assertThat(format.money(Money.euros(1_250))).isEqualTo("1\u00a0250\u00a0€");
        assertThat(format.money(new Money(1_205, "EUR"))).isEqualTo("12,05\u00a0€");
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(format.money(Money.euros(1_250))).isEqualTo("€1,250");
    }

    @Test
    void saysTheHourInParisAndItsOffset() {
        assertThat(format.moment(Instant.parse("2027-01-24T22:59:00Z")))
                .isEqualTo("dimanche 24 janvier 2027 à 23:59 (heure de Paris, UTC+1)");
        assertThat(format.moment(Instant.parse("2027-07-24T21:59:00Z"))).endsWith("23:59 (heure de Paris, UTC+2)");
    }

    @Test
    void countsDownInTheUnitThatMatters() {
        assertThat(format.remaining(NOW.plus(Duration.ofDays(12)))).isEqualTo("encore 12 jours");
        assertThat(format.remaining(NOW.plus(Duration.ofHours(30)))).isEqualTo("encore 30 heures");
        assertThat(format.remaining(NOW.plus(Duration.ofMinutes(90)))).isEqualTo("encore 90 min");
        assertThat(format.remaining(NOW.plusSeconds(20))).isEqualTo("encore 1 min");
        assertThat(format.remaining(NOW)).isEmpty();
    }

    @Test
    void makesIdsOfFieldPaths() {
        assertThat(format.fieldId("tiers[1].amount")).isEqualTo("f-tiers-1-amount");
        assertThat(format.fieldId("payment.card")).isEqualTo("f-payment-card");
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
