package quartier.support.fund;

/** Why something was refused. Nothing has changed. */
public sealed interface Rejection {

    record NoSuchFund() implements Rejection {}

    record KeyReused() implements Rejection {}

    /** A public body's money rests on a decision of its assembly. */
    record NeedsDeliberation() implements Rejection {}

    /** A public body's large sum rests on an agreement too. */
    record NeedsConvention() implements Rejection {}

    /** The fund is not in a state that allows this. */
    record WrongState(FundState state) implements Rejection {}

    record MoneyNotReceived() implements Rejection {}

    /** What came is not what was promised. */
    record NotTheBudget(long budgetMinorUnits, String currency) implements Rejection {}

    /** Who set the fund up does not confirm its money. */
    record NeedsAnotherPerson() implements Rejection {}

    /** Before or after the fund's window. */
    record OutsideWindow() implements Rejection {}

    record CampaignUnknown() implements Rejection {}

    record CampaignNotLive() implements Rejection {}

    /** Another territory, or another theme. */
    record OutsideScope() implements Rejection {}

    record OtherCurrency(String expected) implements Rejection {}

    /** An agent would reserve for a project of their own. */
    record ConflictOfInterest() implements Rejection {}

    /** @param freeMinorUnits what can still be reserved */
    record OverBudget(long freeMinorUnits, String currency) implements Rejection {}

    record NotTheLumpSum(long amountMinorUnits, String currency) implements Rejection {}

    record OverCampaignCap(long capMinorUnits, String currency) implements Rejection {}

    /** What was promised to a campaign is not made smaller. */
    record LessThanGranted(long grantedMinorUnits, String currency) implements Rejection {}

    /** It was closed, or given back. */
    record AllowanceEnded() implements Rejection {}

    record NoSuchAllowance() implements Rejection {}

    record TooManyAllowances(int most) implements Rejection {}
}
