package quartier.gateway.propose;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import quartier.gateway.catalog.Project;

/** The steps of the project wizard, in their order, with the fields of the form that each of them holds. */
enum Step {
    IDEA("idee", "title", "pitch", "theme", "call"),
    STORY("recit", "story", "licence"),
    BUDGET("budget", "budget", "otherFunding"),
    GOALS("objectifs", "goal", "stretchGoals", "durationDays"),
    REWARDS("contreparties", "tiers"),
    NEEDS("besoins", "needs"),
    PLACE("lieu", "district", "place"),
    TEAM("equipe"),
    IDENTITY("identite", "ownerKind", "publicBody"),
    REVIEW("relecture");

    private final String path;

    @SuppressWarnings("ImmutableEnumChecker") // List.of can't be changed
    private final List<String> fields;

    Step(String path, String... fields) {
        this.path = path;
        this.fields = List.of(fields);
    }

    /** The last part of its address; also the name of its fragment and of its messages. */
    public String path() {
        return path;
    }

    public List<String> fields() {
        return fields;
    }

    static Optional<Step> at(String path) {
        return Arrays.stream(values()).filter(step -> step.path.equals(path)).findFirst();
    }

    /** Where a field stands that a refusal names, such as {@code tiers[1].amount}. */
    static Step of(String field) {
        String name = field.replaceAll("[\\[.].*", "");
        return Arrays.stream(values())
                .filter(step -> step.fields.contains(name))
                .findFirst()
                .orElse(REVIEW);
    }

    Step next() {
        List<Step> all = List.of(values());
        return this == REVIEW ? REVIEW : all.get(all.indexOf(this) + 1);
    }

    /** Whether something is still empty here that a good page has. */
    public boolean isIncomplete(Project project) {
        return project.completeness() != null
                && fields.stream()
                        .anyMatch(field -> project.completeness().missing().contains(field));
    }
}
