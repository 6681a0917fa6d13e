package quartier.pledge.receipt.escrow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import quartier.pledge.escrow.Entry;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Evolution;
import quartier.pledge.escrow.Lives;
import quartier.pledge.escrow.Pledge;
import quartier.pledge.escrow.Refund;

class PledgeMoneyTest {

    private static final int LIVES = 300;

    /** Also where a lost dispute ended a refund, or a part of one. */
    @Test
    void addsUpToTheTotalsInEveryStateOfRandomLives() {
        int setOff = 0;
        for (long seed = 1; seed <= LIVES; seed++) {
            Escrow escrow = null;
            for (Entry entry : Lives.settled(seed)) {
                escrow = Evolution.evolve(escrow, entry.events());
                if (escrow != null) {
                    assertAddsUp(seed, escrow);
                }
            }
            setOff += escrow == null
                    ? 0
                    : (int) escrow.disputes()
                            .filter(dispute -> dispute.setOffMinorUnits() > 0)
                            .count();
        }
        assertThat(setOff).as("disputes that were set off").isPositive();
    }

    private static void assertAddsUp(long seed, Escrow escrow) {
        Map<String, Long> taken = PledgeMoney.chargedBack(escrow);
        Set<String> counted = new HashSet<>();
        long gross = 0;
        long refunded = 0;
        long owed = 0;
        long chargedBack = 0;
        for (Pledge pledge : escrow.pledges().toList()) {
            PledgeMoney money = PledgeMoney.of(escrow, pledge, taken);
            counted.addAll(money.payments());
            gross += money.gross();
            refunded += money.refunded();
            owed += money.owed();
            chargedBack += money.chargedBack();
        }
        List<Refund> strays = escrow.refunds()
                .filter(refund -> !counted.contains(refund.of().payment()))
                .toList();
        for (Refund stray : strays) {
            long amount = stray.of().amountMinorUnits();
            gross += amount;
            switch (stray) {
                case Refund.Due ignored -> owed += amount;
                case Refund.Failed ignored -> owed += amount;
                case Refund.Done ignored -> refunded += amount;
                case Refund.ChargedBack ignored -> chargedBack += amount;
            }
        }
        assertThat(List.of(gross, refunded, owed, chargedBack))
                .as("received, refunded, owed, charged back in seed %d", seed)
                .containsExactly(
                        escrow.totals().received(),
                        escrow.totals().refunded(),
                        escrow.totals().owed(),
                        escrow.totals().chargedBack());
    }
}
