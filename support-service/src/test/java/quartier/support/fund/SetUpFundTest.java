package quartier.support.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.support.fund.Funds.BANK;
import static quartier.support.fund.Funds.CITY;
import static quartier.support.fund.Funds.TEN_PERCENT;
import static quartier.support.fund.Funds.decided;
import static quartier.support.fund.Funds.terms;

import org.junit.jupiter.api.Test;

class SetUpFundTest {

    private final FundsInMemory funds = new FundsInMemory();
    private final SetUpFund setUp = new SetUpFund(funds);

    @Test
    void aPrivateSponsorNeedsNoInstrument() {
        assertThat(setUp(BANK, terms(9_000_000, TEN_PERCENT), "one")).isInstanceOf(Decision.Changed.class);
    }

    @Test
    void aPublicBodyNeedsItsAssemblysDecision() {
        assertThat(setUp(CITY, terms(100_000, TEN_PERCENT), "one"))
                .isEqualTo(new Decision.Refused(new Rejection.NeedsDeliberation()));
        assertThat(setUp(CITY, terms(100_000, TEN_PERCENT, new Instrument("2026-114", null, null)), "one"))
                .isEqualTo(new Decision.Refused(new Rejection.NeedsDeliberation()));
        assertThat(setUp(CITY, terms(100_000, TEN_PERCENT, decided(" ")), "one"))
                .isInstanceOf(Decision.Changed.class);
    }

    @Test
    void aPublicBodyNeedsAConventionAbove23000Euros() {
        assertThat(setUp(CITY, terms(2_300_001, TEN_PERCENT, decided(null)), "one"))
                .isEqualTo(new Decision.Refused(new Rejection.NeedsConvention()));
        assertThat(setUp(CITY, terms(2_300_001, TEN_PERCENT, decided("CONV-7")), "one"))
                .isInstanceOf(Decision.Changed.class);
    }

    @Test
    void setsTheSameUpOnce() {
        setUp(BANK, terms(100_000, TEN_PERCENT), "one");

        assertThat(setUp(BANK, terms(100_000, TEN_PERCENT), "one")).isInstanceOf(Decision.Unchanged.class);
        assertThat(setUp(BANK, terms(200_000, TEN_PERCENT), "another"))
                .isEqualTo(new Decision.Refused(new Rejection.KeyReused()));
    }

    private Decision setUp(Sponsor sponsor, FundTerms terms, String fingerprint) {
        return setUp.setUp(new SetUpFund.Request("f1", sponsor, terms, Funds.AGENT, fingerprint, Funds.NOW));
    }
}
