package quartier.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quartier.gateway.call.Money;

final class EurosTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"25|2500", "12,5|1250", "12.50|1250", "1 250,50 €|125050", "1\u202f250|125000", "0,01|1"})
    void readsAmountsAsPeopleTypeThem(String typed, long cents) {
        assertThat(Euros.parse(typed)).contains(new Money(cents, "EUR"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "0", "-5", "12,345", "1e400", "1e9", "beaucoup", "12;5", "NaN", "99999999999999999999"})
    void takesNothingElseForAnAmount(String typed) {
        assertThat(Euros.parse(typed)).isEmpty();
    }

    @Test
    void writesAnAmountBackAsItCanBeReadAgain() {
        assertThat(Euros.typed(new Money(125_000, "EUR"))).isEqualTo("1250");
        assertThat(Euros.typed(new Money(1_250, "EUR"))).isEqualTo("12.50");
        assertThat(Euros.parse(Euros.typed(new Money(1_205, "EUR")))).contains(new Money(1_205, "EUR"));
    }
}
