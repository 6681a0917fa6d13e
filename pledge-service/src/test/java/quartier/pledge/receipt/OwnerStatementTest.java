package quartier.pledge.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quartier.pledge.receipt.DeliveryName.Shown;
import quartier.pledge.receipt.OwnerStatement.Line;
import quartier.pledge.receipt.OwnerStatement.Sums;

class OwnerStatementTest {

    @Test
    void refusesLinesThatDoNotAddUp() {
        List<Line> lines = List.of(line("p1", 2500, 0, 0), line("p2", 1000, 600, 400));
        assertThat(statement(lines, new Sums(3500, 600, 400, 0, 2500, 500, 180, 36, 20, 2764))
                        .lines())
                .hasSize(2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> statement(lines, new Sums(3501, 600, 400, 0, 2501, 500, 180, 36, 20, 2765)));
    }

    @Test
    void refusesSumsThatDoNotAddUp() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Sums(3500, 600, 400, 0, 2500, 0, 150, 30, 20, 2301));
        assertThatIllegalArgumentException().isThrownBy(() -> new Sums(3500, 600, 400, 1, 2500, 0, 150, 30, 20, 2300));
    }

    @Test
    void namesABackerInFullOnlyWhereSomethingIsDelivered() {
        assertThat(DeliveryName.of("Rémi Martin", false, Shown.ANONYMOUS, true)).isEqualTo("Rémi Martin");
        assertThat(DeliveryName.of("Rémi Martin", false, Shown.ANONYMOUS, false))
                .isNull();
        assertThat(DeliveryName.of("Rémi Martin", false, Shown.FIRST_NAME, false))
                .isEqualTo("Rémi");
        assertThat(DeliveryName.of("Froid du Rhône", true, Shown.FIRST_NAME, false))
                .isEqualTo("Froid du Rhône");
        assertThat(DeliveryName.of("Rémi Martin", false, Shown.NAME, false)).isEqualTo("Rémi Martin");
        assertThat(DeliveryName.of(null, false, Shown.NAME, true)).isNull();
        assertThat(DeliveryName.of(" ", false, Shown.NAME, true)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+33", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1+1", "＝1"})
    void defusesWhatASpreadsheetWouldCompute(String text) {
        assertThat(new Table.Cell.Text(text).harmless()).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Rémi", "1 = 1", "l’eau + le feu", "'=1"})
    void leavesOtherTextsAlone(String text) {
        assertThat(new Table.Cell.Text(text).harmless()).isEqualTo(text);
    }

    private static OwnerStatement statement(List<Line> lines, Sums sums) {
        return new OwnerStatement("c1", "Le Kfé", "m-alexis", List.of("lyon"), "funded", "EUR", 7, lines, sums);
    }

    private static Line line(String pledge, long gross, long refunded, long owed) {
        return new Line(pledge, Gifts.PAID_AT, null, "gift", null, "confirmed", gross, refunded, owed, 0);
    }
}
