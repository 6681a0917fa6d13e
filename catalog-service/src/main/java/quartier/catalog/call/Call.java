package quartier.catalog.call;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call for projects: what a territory asks of those in it and below it. Immutable: {@link CallLife} decides what
 * becomes of it. Which projects answer is theirs to say, see the project's form.
 *
 * @param version counts the changes; also the sequence of the call's events and its ETag
 * @param slug unique among all calls; stays what it was at the beginning, for it stands on posters
 * @param territoryPath ids from the root of the tree to the call's own territory
 * @param createdBy a member's id
 * @param fingerprint of the request that announced it, to know its repetitions
 */
public record Call(
        String id,
        long version,
        String slug,
        CallForm form,
        List<String> territoryPath,
        Instant createdAt,
        String createdBy,
        String fingerprint) {

    public Call {
        territoryPath = List.copyOf(territoryPath);
    }

    public CallState stateAt(Instant now) {
        if (!now.isBefore(form.closesAt())) {
            return CallState.CLOSED;
        }
        return now.isBefore(form.opensAt()) ? CallState.ANNOUNCED : CallState.OPEN;
    }

    public Phase phaseAt(Instant now) {
        return timetable().stream()
                .filter(span -> span.until() == null || now.isBefore(span.until()))
                .findFirst()
                .orElseThrow()
                .phase();
    }

    /** The phases that are on, in their order. */
    public List<PhaseSpan> timetable() {
        List<PhaseSpan> spans = new ArrayList<>();
        Instant begin = createdAt.isBefore(form.opensAt()) ? createdAt : form.opensAt();
        for (Phase phase : Phase.values()) {
            Instant end = endOf(phase);
            if (phase == Phase.RESULT || (end != null && end.isAfter(begin))) {
                spans.add(new PhaseSpan(phase, begin, end));
                begin = end == null ? begin : end;
            }
        }
        return spans;
    }

    private @Nullable Instant endOf(Phase phase) {
        return switch (phase) {
            case ANNOUNCE -> form.opensAt();
            case APPLY -> form.closesAt();
            case CHECK, JURY, PREFERENCE -> form.selection().until(phase);
            case RESULT -> null;
        };
    }

    Call at(String otherSlug) {
        return new Call(id, version, otherSlug, form, territoryPath, createdAt, createdBy, fingerprint);
    }

    Call with(CallForm changed) {
        return new Call(id, version + 1, slug, changed, territoryPath, createdAt, createdBy, fingerprint);
    }
}
