package quartier.gateway.opendata;

import java.util.Collection;
import java.util.OptionalInt;
import quartier.gateway.catalog.Project;

/**
 * Counts of people that may be published. A group of one to four is not shown. A total is the sum of what is shown and
 * nothing else: then no subtraction of published numbers, from each other or from a total, gives a hidden one away.
 */
final class People {

    static final int SMALLEST_SHOWN = 5;

    private People() {}

    /** Nobody is nobody's secret. */
    static OptionalInt shown(int people) {
        return people == 0 || people >= SMALLEST_SHOWN ? OptionalInt.of(people) : OptionalInt.empty();
    }

    static OptionalInt backersOf(Project project) {
        return shown(project.totalsOrNothing().backers());
    }

    static int total(Collection<Project> projects) {
        return projects.stream()
                .mapToInt(project -> backersOf(project).orElse(0))
                .sum();
    }

    static String text(OptionalInt people) {
        return people.isPresent() ? String.valueOf(people.getAsInt()) : "";
    }
}
