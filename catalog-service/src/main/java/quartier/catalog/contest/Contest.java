package quartier.catalog.contest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call for projects, as far as choosing among those that answer it needs to know it, at one moment.
 *
 * @param weights the jury's criteria and what each counts, in percent; they come to 100
 * @param hasJury whether a jury scores at some time
 * @param hasVote whether members vote at some time
 * @param votesEach how many projects a member may vote for
 * @param envelopeMinorUnits what all awards may come to, in cents; null when nothing is said
 */
public record Contest(
        String call,
        String slug,
        String territory,
        List<String> territoryPath,
        Stage stage,
        List<Asked> questions,
        Map<String, Integer> weights,
        boolean hasJury,
        boolean hasVote,
        int votesEach,
        @Nullable Long envelopeMinorUnits) {

    /** How an answer is written. */
    public enum Kind {
        TEXT,
        CHOICE,
        NUMBER
    }

    /** @param options of a CHOICE: the answers that there are */
    public record Asked(String id, Kind kind, boolean required, List<String> options) {
        public Asked {
            options = List.copyOf(options);
        }
    }

    public Contest {
        territoryPath = List.copyOf(territoryPath);
        questions = List.copyOf(questions);
        weights = Map.copyOf(weights);
    }

    boolean demandsAnswers() {
        return questions.stream().anyMatch(Asked::required);
    }

    Optional<Refusal> unless(Stage wanted) {
        return stage == wanted ? Optional.empty() : Optional.of(new Refusal.WrongStage(wanted));
    }
}
