package quartier.support.fund;

import java.util.List;

/** What came of a request about a fund. */
public sealed interface Decision {

    /** @param announced allowances that others have to hear of, each as it is now */
    record Changed(MatchFund fund, List<Allowance> announced) implements Decision {
        public Changed {
            announced = List.copyOf(announced);
        }
    }

    /** It was so already: the same request again. */
    record Unchanged(MatchFund fund) implements Decision {}

    record Refused(Rejection reason) implements Decision {}
}
