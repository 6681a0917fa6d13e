package quartier.support.fund;

import java.util.function.Function;

/** Takes a fund from its draft to its end: the operator confirms its money, an agent opens and closes it. */
public final class StewardFund {

    private final MatchFunds funds;

    public StewardFund(MatchFunds funds) {
        this.funds = funds;
    }

    public Decision confirmMoney(String fund, long minorUnits, String currency, MoneyReceived money) {
        return decide(fund, known -> known.confirm(minorUnits, currency, money));
    }

    /** The caller has checked that the member acts for the fund's sponsor. */
    public Decision open(String fund) {
        return decide(fund, MatchFund::open);
    }

    /** As above. */
    public Decision close(String fund) {
        return decide(fund, MatchFund::close);
    }

    private Decision decide(String fund, Function<MatchFund, Decision> step) {
        return funds.change(fund, step).orElseGet(() -> new Decision.Refused(new Rejection.NoSuchFund()));
    }
}
