package quartier.catalog.project;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the staff did about a project. The owner sees what was decided, the staff see all of it.
 *
 * @param form of the last decision; null when nothing was decided yet
 * @param moderatorId who took it
 * @param at when
 * @param claim who has it in hand; null when nobody has
 * @param notes for the staff only, the newest first
 * @param firstEyes an approval that waits for a second person's; null when there is none
 * @param appeal the owner's one appeal against a refusal; null when there was none
 * @param earlier the decisions before the last one, the newest first
 */
public record Review(
        @Nullable ReviewForm form,
        @Nullable String moderatorId,
        @Nullable Instant at,
        @Nullable Claim claim,
        List<PrivateNote> notes,
        @Nullable Approval firstEyes,
        @Nullable Appeal appeal,
        List<Verdict> earlier) {

    static final int NOTES_KEPT = 100;
    private static final int VERDICTS_KEPT = 20;

    /** @param name for the other members of the staff */
    public record Claim(String by, String name, Instant at) {}

    public record PrivateNote(String by, String name, Instant at, String text) {}

    public record Approval(String by, String name, Instant at, ReviewForm form) {}

    /**
     * @param against the member who refused; somebody else decides
     * @param decidedAt null while it waits
     */
    public record Appeal(
            Instant at,
            String reason,
            String against,
            @Nullable Instant decidedAt) {

        public boolean isOpen() {
            return decidedAt == null;
        }

        Appeal decided(Instant now) {
            return new Appeal(at, reason, against, now);
        }
    }

    public record Verdict(ReviewForm form, String moderatorId, Instant at) {}

    public Review {
        // Reviews that were stored before there were these have none.
        notes = notes == null ? List.of() : List.copyOf(notes);
        earlier = earlier == null ? List.of() : List.copyOf(earlier);
    }

    static Review none() {
        return new Review(null, null, null, null, List.of(), null, null, List.of());
    }

    static Review of(Project project) {
        Review review = project.review();
        return review == null ? none() : review;
    }

    /** Decided: nobody has it in hand any more, and an appeal is settled by it. */
    Review decided(ReviewForm decision, String moderator, Instant now) {
        List<Verdict> all = new ArrayList<>(earlier);
        if (form != null && moderatorId != null && at != null) {
            all.addFirst(new Verdict(form, moderatorId, at));
        }
        Appeal settled = appeal != null && appeal.isOpen() ? appeal.decided(now) : appeal;
        return new Review(
                decision,
                moderator,
                now,
                null,
                notes,
                null,
                settled,
                all.subList(0, Math.min(all.size(), VERDICTS_KEPT)));
    }

    Review claimed(@Nullable Claim claim) {
        return new Review(form, moderatorId, at, claim, notes, firstEyes, appeal, earlier);
    }

    Review noted(PrivateNote note) {
        List<PrivateNote> all = new ArrayList<>(notes);
        all.addFirst(note);
        return new Review(form, moderatorId, at, claim, all, firstEyes, appeal, earlier);
    }

    Review halfApproved(Approval approval) {
        return new Review(form, moderatorId, at, null, notes, approval, appeal, earlier);
    }

    Review appealed(Appeal appeal) {
        return new Review(form, moderatorId, at, null, notes, null, appeal, earlier);
    }

    public boolean hasOpenAppeal() {
        return appeal != null && appeal.isOpen();
    }
}
