package quartier.inkind.need.mongo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.inkind.need.Need;
import quartier.inkind.need.NeedKind;
import quartier.inkind.need.ProjectReference;
import quartier.inkind.need.Standing;

/**
 * A need as it is stored below {@code state}.
 *
 * @param open computed, so that lists can ask for it
 */
record NeedDocument(
        String id,
        ProjectReference project,
        NeedKind kind,
        String title,
        @Nullable String description,
        int quantity,
        Instant publishedAt,
        Standing standing,
        long projectSequence,
        boolean open,
        List<CommitmentDocument> commitments) {

    static NeedDocument of(Need need) {
        return new NeedDocument(
                need.id(),
                need.project(),
                need.kind(),
                need.title(),
                need.description(),
                need.quantity(),
                need.publishedAt(),
                need.standing(),
                need.projectSequence(),
                need.open(),
                need.commitments().stream().map(CommitmentDocument::of).toList());
    }

    Need toNeed() {
        return new Need(
                id,
                project,
                kind,
                title,
                description,
                quantity,
                publishedAt,
                standing,
                projectSequence,
                commitments.stream().map(CommitmentDocument::toCommitment).toList());
    }
}
