package quartier.gateway.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a project stands against one of the guard rails. */
public record RailOutcome(Guardrail rail, String outcome, List<Broken> broken, List<Clue> clues) {

    public RailOutcome {
        broken = broken == null ? List.of() : List.copyOf(broken);
        clues = clues == null ? List.of() : List.copyOf(clues);
    }

    public record Broken(String field, @Nullable String code, String message) {}

    public record Clue(String field, String words) {}
}
