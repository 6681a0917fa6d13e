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
        List<Removal> removals) {

    public Project {
        stretchGoals = stretchGoals == null ? List.of() : List.copyOf(stretchGoals);
        otherFunding = otherFunding == null ? List.of() : List.copyOf(otherFunding);
        tiers = tiers == null ? List.of() : List.copyOf(tiers);
        needs = needs == null ? List.of() : List.copyOf(needs);
        removals = removals == null ? List.of() : List.copyOf(removals);
    }

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
            @Nullable Money marketValue) {}

    public record Need(
            @Nullable String id,
            @Nullable String kind,
            @Nullable String title,
            @Nullable Integer quantity,
            @Nullable String description) {}

    public record PublicBody(
            @Nullable String mandateReference,
            @Nullable LocalDate mandateDate,
            @Nullable String accountantApproval) {}

    public record Totals(@Nullable Money collected, int percent, int backers) {}

    public record Review(@Nullable String decision, List<Note> notes, List<String> reasons, List<Check> checklist) {
        public Review {
            notes = notes == null ? List.of() : List.copyOf(notes);
            reasons = reasons == null ? List.of() : List.copyOf(reasons);
            checklist = checklist == null ? List.of() : List.copyOf(checklist);
        }
    }

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
