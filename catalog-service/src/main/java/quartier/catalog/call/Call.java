package quartier.catalog.call;

import java.time.Instant;
import java.util.List;

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

    Call at(String otherSlug) {
        return new Call(id, version, otherSlug, form, territoryPath, createdAt, createdBy, fingerprint);
    }

    Call with(CallForm changed) {
        return new Call(id, version + 1, slug, changed, territoryPath, createdAt, createdBy, fingerprint);
    }
}
