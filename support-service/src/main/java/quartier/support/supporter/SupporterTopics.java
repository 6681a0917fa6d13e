package quartier.support.supporter;

/** Where the events of organisations are published. */
public final class SupporterTopics {

    public static final String SUPPORTERS = "quartier.support.supporters";

    /** Compacted: the latest state of each organisation, to start from. */
    public static final String STATE = "quartier.support.supporters.state";

    private SupporterTopics() {}
}
