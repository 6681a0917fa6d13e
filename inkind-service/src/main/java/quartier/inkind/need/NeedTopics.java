package quartier.inkind.need;

/** Where a need's events are published. */
public final class NeedTopics {

    public static final String NEEDS = "quartier.inkind.needs";
    public static final String COMMITMENTS = "quartier.inkind.commitments";

    /** Compacted: the latest state of each need, to start from. */
    public static final String STATE = "quartier.inkind.needs.state";

    private NeedTopics() {}
}
