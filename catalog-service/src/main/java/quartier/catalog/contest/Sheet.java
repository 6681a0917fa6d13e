package quartier.catalog.contest;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that one juror wrote about the projects of one call. */
public record Sheet(String id, String call, String juror, List<Mark> marks, List<Conflict> conflicts)
        implements OfACall {

    public Sheet {
        marks = List.copyOf(marks);
        conflicts = List.copyOf(conflicts);
    }

    static Sheet blank(String call, String juror) {
        return new Sheet(call + ":" + juror, call, juror, List.of(), List.of());
    }

    Optional<Mark> mark(String project) {
        return marks.stream().filter(mark -> mark.project().equals(project)).findFirst();
    }

    Optional<Conflict> conflict(String project) {
        return conflicts.stream()
                .filter(conflict -> conflict.project().equals(project))
                .findFirst();
    }

    Sheet with(Mark mark) {
        return new Sheet(
                id,
                call,
                juror,
                Stream.concat(others(mark.project()), Stream.of(mark)).toList(),
                conflicts);
    }

    /** What was scored before counts no more. */
    Sheet with(Conflict conflict) {
        return new Sheet(
                id,
                call,
                juror,
                others(conflict.project()).toList(),
                Stream.concat(
                                conflicts.stream()
                                        .filter(other -> !other.project().equals(conflict.project())),
                                Stream.of(conflict))
                        .toList());
    }

    private Stream<Mark> others(String project) {
        return marks.stream().filter(mark -> !mark.project().equals(project));
    }
}
