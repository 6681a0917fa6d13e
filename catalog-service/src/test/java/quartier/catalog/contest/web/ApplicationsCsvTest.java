package quartier.catalog.contest.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationsCsvTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "=HYPERLINK(1)|'=HYPERLINK(1)",
                "+33 4|'+33 4",
                "@SUM(A1)|'@SUM(A1)",
                "-cmd|'-cmd",
                "-12,5|-12,5",
                "Enfants|Enfants"
            })
    void noCellBecomesAFormula(String written, String cell) {
        assertThat(ApplicationsCsv.cell(written)).isEqualTo(cell);
    }

    @Test
    void quotesWhatWouldEndACell() {
        assertThat(ApplicationsCsv.cell("a;b \"c\"\nd")).isEqualTo("\"a;b \"\"c\"\"\nd\"");
    }
}
