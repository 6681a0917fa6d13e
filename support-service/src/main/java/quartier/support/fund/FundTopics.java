package quartier.support.fund;

/** Where the events of allowances are published. */
public final class FundTopics {

    public static final String ALLOWANCES = "quartier.support.allowances";

    private FundTopics() {}
}
