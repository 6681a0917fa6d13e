package quartier.catalog.project;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * How a form stands against each guard rail.
 *
 * @param broken stops it from being submitted and launched
 * @param clues for the reviewer to look at
 */
public record RailReport(Guardrail rail, List<Violation> broken, List<Clue> clues) {

    public RailReport {
        broken = List.copyOf(broken);
        clues = List.copyOf(clues);
    }

    /** One line for each rail. */
    public static List<RailReport> of(ProjectForm form, Policy policy, Instant now) {
        List<Violation> violations =
                Guardrails.check(form, policy, now.atZone(Policy.WALL_CLOCK).toLocalDate());
        List<Clue> clues = Clues.of(form);
        return Arrays.stream(Guardrail.values())
                .map(rail -> new RailReport(
                        rail,
                        violations.stream()
                                .filter(violation -> Guardrail.of(violation) == rail)
                                .toList(),
                        clues.stream().filter(clue -> clue.rail() == rail).toList()))
                .toList();
    }
}
