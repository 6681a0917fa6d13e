package quartier.catalog.project;

import java.util.List;

/** What a project answers to a {@link Command}. */
public sealed interface Decision {

    /** The project as it is from now on, and what is told about it. */
    record Accepted(Project project, List<ProjectEvent> events) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** It was so already: nothing is written and nothing is told. */
    record Repeated(Project project) implements Decision {}

    /** Not followed. The project remembers it in its history, unless a stranger asked. */
    record Rejected(Project project, Refusal reason) implements Decision {}
}
