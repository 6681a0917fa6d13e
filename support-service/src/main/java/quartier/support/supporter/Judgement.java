package quartier.support.supporter;

/** What came of the operator's decision on an organisation. */
public sealed interface Judgement {

    record Changed(Supporter supporter) implements Judgement {}

    /** It was so already. */
    record Unchanged(Supporter supporter) implements Judgement {}

    record WrongState() implements Judgement {}
}
