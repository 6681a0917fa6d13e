package quartier.pledge.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many of what each check has looked at, and what it found. The messages of one check stop at a hundred. */
public final class AuditReport {

    private static final int MESSAGES = 100;

    /** What one check says. */
    public record Result(Check check, long examined, long findings, List<String> messages) {
        public Result {
            messages = List.copyOf(messages);
        }
    }

    private final Map<Check, Long> examined = new EnumMap<>(Check.class);
    private final Map<Check, Long> failed = new EnumMap<>(Check.class);
    private final Map<Check, List<String>> messages = new EnumMap<>(Check.class);
    private int campaigns;

    void campaign() {
        campaigns++;
    }

    void examined(Check check, long count) {
        examined.merge(check, count, Long::sum);
    }

    void found(Check check, String where, String message) {
        failed.merge(check, 1L, Long::sum);
        List<String> known = messages.computeIfAbsent(check, none -> new ArrayList<>());
        if (known.size() < MESSAGES) {
            known.add(where + ": " + message);
        }
    }

    public int campaigns() {
        return campaigns;
    }

    public long examined(Check check) {
        return examined.getOrDefault(check, 0L);
    }

    public long findings(Check check) {
        return failed.getOrDefault(check, 0L);
    }

    public List<String> messages(Check check) {
        return List.copyOf(messages.getOrDefault(check, List.of()));
    }

    public List<Result> results() {
        return Arrays.stream(Check.values())
                .map(check -> new Result(check, examined(check), findings(check), messages(check)))
                .toList();
    }

    public boolean isClean() {
        return failed.isEmpty();
    }
}
