package quartier.catalog.call;

/** What became of a wish. */
public sealed interface Decision {

    /** The call as it is from now on, and what is told about it. */
    record Accepted(Call call, CallEvent event) implements Decision {}

    /** It was so already. */
    record Repeated(Call call) implements Decision {}

    record Rejected(Refusal reason) implements Decision {}
}
