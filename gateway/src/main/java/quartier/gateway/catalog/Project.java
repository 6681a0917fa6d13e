package quartier.gateway.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Money;

/** A project with what the pages show of it; a list's summaries carry fewer of the fields. */
public record Project(
        String id,
        String slug,
        long version,
        String state,
        String territory,
        @Nullable String title,
        @Nullable String pitch,
        @Nullable String story,
        @Nullable String storyHtml,
        @Nullable String district,
        @Nullable Place place,
        @Nullable String theme,
        @Nullable String ownerKind,
        @Nullable Owner owner,
        @Nullable Money goal,
        List<Money> stretchGoals,
        @Nullable Integer durationDays,
        List<Funding> otherFunding,
        List<Tier> tiers,
        List<Need> needs,
        @Nullable PublicBody publicBody,
        @Nullable String call,
        @Nullable Instant createdAt,
        @Nullable Instant submittedAt,
        @Nullable Instant launchedAt,
        @Nullable Instant deadline,
        @Nullable Totals totals,
        @Nullable Review review,
        @Nullable Completeness completeness,
        List<Removal> removals,
        List<Funding> budget,
        @Nullable String licence,
        List<Mate> team,
        List<Invitation> invitations,
        List<Picture> pictures,
        @Nullable Picture cover,
        @Nullable Instant silentFrom,
        List<String> coSupports,
        List<String> territoryPath,
        List<String> closedTiers) {

    public Project {
        closedTiers = closedTiers == null ? List.of() : List.copyOf(closedTiers);
        territoryPath = territoryPath == null ? List.of() : List.copyOf(territoryPath);
        coSupports = coSupports == null ? List.of() : List.copyOf(coSupports);
        stretchGoals = stretchGoals == null ? List.of() : List.copyOf(stretchGoals);
        otherFunding = otherFunding == null ? List.of() : List.copyOf(otherFunding);
        tiers = tiers == null ? List.of() : List.copyOf(tiers);
        needs = needs == null ? List.of() : List.copyOf(needs);
        removals = removals == null ? List.of() : List.copyOf(removals);
        budget = budget == null ? List.of() : List.copyOf(budget);
        team = team == null ? List.of() : List.copyOf(team);
        invitations = invitations == null ? List.of() : List.copyOf(invitations);
        pictures = pictures == null ? List.of() : List.copyOf(pictures);
    }

    public record Mate(String id, @Nullable String name, String role) {}

    public record Invitation(
            String id, String role, @Nullable Instant until) {}

    public record Picture(String id, @Nullable String alternative, int width, int height) {}

    public record Owner(String id, @Nullable String name) {}

    public record Place(
            @Nullable String label,
            @Nullable Double lat,
            @Nullable Double lon) {}

    public record Funding(@Nullable String source, @Nullable Money amount) {}

    public record Tier(
            @Nullable String id,
            @Nullable Money amount,
            @Nullable String reward,
            @Nullable Integer stock,
            @Nullable String deliveryMonth,
            @Nullable Money marketValue,
            @Nullable String handover) {}

    public record Need(
            @Nullable String id,
            @Nullable String kind,
            @Nullable String title,
            @Nullable Integer quantity,
            @Nullable String description) {}

    public record PublicBody(
            @Nullable String mandateReference,
            @Nullable LocalDate mandateDate,
            @Nullable String accountantApproval,
            @Nullable String beyondMission) {}

    public record Totals(@Nullable Money collected, int percent, int backers) {}

    public record Review(
            @Nullable String decision,
            List<Note> notes,
            List<String> reasons,
            List<Check> checklist,
            @Nullable Instant at,
            @Nullable Appeal appeal,
            List<Verdict> earlier,
            @Nullable Hand claim,
            @Nullable Hand firstEyes,
            List<PrivateNote> privateNotes) {
        public Review {
            notes = notes == null ? List.of() : List.copyOf(notes);
            reasons = reasons == null ? List.of() : List.copyOf(reasons);
            checklist = checklist == null ? List.of() : List.copyOf(checklist);
            earlier = earlier == null ? List.of() : List.copyOf(earlier);
            privateNotes = privateNotes == null ? List.of() : List.copyOf(privateNotes);
        }

        /** Whether somebody of the staff has it in hand. */
        public boolean isClaimedBy(@Nullable String memberId) {
            return claim != null && claim.by() != null && claim.by().equals(memberId);
        }
    }

    /** Who has it in hand, or approved it first. */
    public record Hand(
            @Nullable String by,
            @Nullable String name,
            @Nullable Instant at) {}

    public record Appeal(
            @Nullable Instant at,
            @Nullable String reason,
            @Nullable Instant decidedAt) {}

    public record Verdict(
            @Nullable String decision,
            List<Note> notes,
            List<String> reasons,
            @Nullable Instant at) {
        public Verdict {
            notes = notes == null ? List.of() : List.copyOf(notes);
            reasons = reasons == null ? List.of() : List.copyOf(reasons);
        }
    }

    public record PrivateNote(
            @Nullable String name,
            @Nullable Instant at,
            @Nullable String text) {}

    public record Note(@Nullable String field, @Nullable String note) {}

    public record Check(
            @Nullable String criterion,
            boolean met,
            @Nullable String note) {}

    public record Completeness(int percent, List<String> missing) {
        public Completeness {
            missing = missing == null ? List.of() : List.copyOf(missing);
        }
    }

    /** The staff took it out of a call. */
    public record Removal(
            @Nullable String call,
            @Nullable Instant at,
            @Nullable String reason) {}

    /** The picture that stands for it; none where it has none yet. */
    public @Nullable Picture coverOrNone() {
        return pictures.isEmpty() ? cover : pictures.getFirst();
    }

    public boolean isOwnedBy(String memberId) {
        return owner != null && memberId.equals(owner.id());
    }

    /** Whether the member is its owner or of the team. */
    public boolean isCarriedBy(String memberId) {
        return isOwnedBy(memberId) || team.stream().anyMatch(mate -> memberId.equals(mate.id()));
    }

    /** Whether the member may submit it and choose the team. */
    public boolean isLedBy(String memberId) {
        return isOwnedBy(memberId)
                || team.stream()
                        .anyMatch(mate ->
                                memberId.equals(mate.id()) && mate.role().equals("owner"));
    }

    /** Whether it may still answer a call for projects. */
    public boolean mayEnterCalls() {
        return isEditable() || is("submitted") || is("approved") || is("live") || is("suspended");
    }

    public boolean is(String wanted) {
        return state.equals(wanted);
    }

    /** Whether everybody may see it: from its launch on, and for ever. */
    public boolean isPublic() {
        return deadline != null;
    }

    public boolean isEditable() {
        return is("draft") || is("changes_requested");
    }

    public Money goalOrNothing() {
        return goal == null ? Money.euros(0) : goal;
    }

    public Totals totalsOrNothing() {
        return totals == null ? new Totals(Money.euros(0), 0, 0) : totals;
    }

    public String titleOrSlug() {
        return title == null || title.isBlank() ? slug : title;
    }
}
