package quartier.support.supporter;

/** Whether somebody may act for an organisation. */
public sealed interface Agency {

    record Acting(Supporter supporter) implements Agency {}

    /** It is not approved yet, or is suspended: nobody acts for it. */
    record NotApproved(Supporter supporter) implements Agency {}

    record NotAnAgent() implements Agency {}
}
