package quartier.catalog.contest;

import java.util.List;
import java.util.stream.Stream;

/** The projects for which one member voted in one call. Nobody else ever reads it; only the sums are told. */
public record Ballot(String id, String call, String voter, List<String> choices) implements OfACall {

    public Ballot {
        choices = List.copyOf(choices);
    }

    static Ballot blank(String call, String voter) {
        return new Ballot(call + ":" + voter, call, voter, List.of());
    }

    Ballot with(String project) {
        return new Ballot(
                id,
                call,
                voter,
                Stream.concat(choices.stream(), Stream.of(project)).toList());
    }
}
