package quartier.catalog.project;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A project, from its first draft to its realisation. Immutable: {@link ProjectLife} decides what becomes of it.
 *
 * @param version grows with each change that somebody can see; also the sequence of the project's events and its ETag
 * @param slug unique among all projects; follows the title until the first launch
 * @param territoryPath ids from the root of the tree to the project's own territory
 * @param submittedAt of the last submission
 * @param campaign null until it is launched
 * @param history the last {@value #HISTORY_KEPT} things that were asked of it, refused ones too
 * @param removals from calls, by their staff; the project answers none of them again
 * @param team those who carry it with its owner
 * @param pictures in the order in which they are shown; the first is its cover
 * @param coSupports of other territories, which show it too
 */
public record Project(
        String id,
        long version,
        String slug,
        ProjectState state,
        Owner owner,
        ProjectForm form,
        List<String> territoryPath,
        Creation creation,
        @Nullable Instant submittedAt,
        @Nullable Review review,
        @Nullable Campaign campaign,
        List<Update> updates,
        List<Happening> history,
        List<Removal> removals,
        Team team,
        List<Picture> pictures,
        List<CoSupport> coSupports) {

    static final int HISTORY_KEPT = 100;

    public Project {
        territoryPath = List.copyOf(territoryPath);
        updates = List.copyOf(updates);
        history = List.copyOf(history);
        // Projects that were stored before there were calls have none.
        removals = removals == null ? List.of() : List.copyOf(removals);
        // Nor have older ones a team or pictures.
        team = team == null ? Team.NONE : team;
        pictures = pictures == null ? List.of() : List.copyOf(pictures);
        coSupports = coSupports == null ? List.of() : List.copyOf(coSupports);
    }

    static Project draft(String id, String slug, Owner owner, ProjectForm form, Policy policy, Creation creation) {
        return new Project(
                id,
                1,
                slug,
                ProjectState.DRAFT,
                owner,
                form,
                policy.territoryPath(),
                creation,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                Team.NONE,
                List.of(),
                List.of());
    }

    /** Whether everybody may see it: from its launch on, and for ever. */
    public boolean isPublic() {
        return campaign != null;
    }

    public boolean isOwnedBy(Actor actor) {
        return owner.memberId().equals(actor.memberId());
    }

    /** Whether this is the owner or one of the team, and so may edit. */
    public boolean isCarriedBy(Actor actor) {
        return isCarriedBy(actor.memberId());
    }

    public boolean isCarriedBy(String memberId) {
        return owner.memberId().equals(memberId) || team.has(memberId);
    }

    /** Whether this is the owner or one to whom the owner gave the same trust. */
    public boolean isLedBy(Actor actor) {
        return isOwnedBy(actor) || team.leads(actor.memberId());
    }

    public boolean isVisibleTo(Optional<? extends Actor> reader) {
        return isPublic() || reader.filter(this::isOpenTo).isPresent();
    }

    /** Whether this is of the team or works for the project's territory, and so may see what others may not. */
    public boolean isOpenTo(Actor actor) {
        return isCarriedBy(actor) || actor.isStaffOf(territoryPath);
    }

    public Optional<Terms> terms() {
        return Optional.ofNullable(campaign).map(Campaign::terms);
    }

    public Totals totals() {
        return campaign == null ? Totals.NONE : campaign.totals();
    }

    /** The territories in whose windows it stands, each once: its own, those above it, and those that support it too. */
    public List<String> shownIn() {
        return Stream.concat(
                        territoryPath.stream(),
                        coSupports.stream().flatMap(support -> support.territoryPath().stream()))
                .distinct()
                .toList();
    }

    boolean wasRemovedFrom(String call) {
        return removals.stream().anyMatch(removal -> removal.call().equals(call));
    }

    Project edited(ProjectForm form, String slug, Policy policy) {
        return new Project(
                id,
                version + 1,
                slug,
                state,
                owner,
                form,
                policy.territoryPath(),
                creation,
                submittedAt,
                review,
                campaign,
                updates,
                history,
                removals,
                team,
                pictures,
                coSupports);
    }

    /** The same but for the call that it answers. */
    Project answering(ProjectForm answering) {
        return answering(answering, removals);
    }

    Project removed(Removal removal) {
        List<Removal> all = new ArrayList<>(removals);
        all.add(removal);
        return answering(form.answering(null), all);
    }

    private Project answering(ProjectForm form, List<Removal> removals) {
        return new Project(
                id,
                version + 1,
                slug,
                state,
                owner,
                form,
                territoryPath,
                creation,
                submittedAt,
                review,
                campaign,
                updates,
                history,
                removals,
                team,
                pictures,
                coSupports);
    }

    Project submitted(Instant at) {
        return with(ProjectState.SUBMITTED, at, review, campaign, updates);
    }

    Project reviewed(ProjectState verdict, Review review) {
        return with(verdict, submittedAt, review, campaign, updates);
    }

    Project in(ProjectState state) {
        return with(state, submittedAt, review, campaign, updates);
    }

    Project in(ProjectState state, Campaign campaign) {
        return with(state, submittedAt, review, campaign, updates);
    }

    Project posted(Update update) {
        List<Update> all = new ArrayList<>(updates);
        all.addFirst(update);
        return with(state, submittedAt, review, campaign, all);
    }

    /** Without a new version: what the staff do among themselves is not what an owner edits. */
    Project attended(Review review) {
        return kept(version, review, coSupports);
    }

    Project supportedBy(List<CoSupport> coSupports) {
        return kept(version + 1, review, coSupports);
    }

    private Project kept(long version, @Nullable Review review, List<CoSupport> coSupports) {
        return new Project(
                id,
                version,
                slug,
                state,
                owner,
                form,
                territoryPath,
                creation,
                submittedAt,
                review,
                campaign,
                updates,
                history,
                removals,
                team,
                pictures,
                coSupports);
    }

    private Project with(
            ProjectState state,
            @Nullable Instant submittedAt,
            @Nullable Review review,
            @Nullable Campaign campaign,
            List<Update> updates) {
        return new Project(
                id,
                version + 1,
                slug,
                state,
                owner,
                form,
                territoryPath,
                creation,
                submittedAt,
                review,
                campaign,
                updates,
                history,
                removals,
                team,
                pictures,
                coSupports);
    }

    Project with(Team changed) {
        return new Project(
                id,
                version + 1,
                slug,
                state,
                owner,
                form,
                territoryPath,
                creation,
                submittedAt,
                review,
                campaign,
                updates,
                history,
                removals,
                changed,
                pictures,
                coSupports);
    }

    Project showing(List<Picture> hung) {
        return new Project(
                id,
                version + 1,
                slug,
                state,
                owner,
                form,
                territoryPath,
                creation,
                submittedAt,
                review,
                campaign,
                updates,
                history,
                removals,
                team,
                hung,
                coSupports);
    }

    /** Without a new version: the history is not what callers edit. */
    Project remembering(Happening happening) {
        List<Happening> all = new ArrayList<>(history);
        all.addFirst(happening);
        return new Project(
                id,
                version,
                slug,
                state,
                owner,
                form,
                territoryPath,
                creation,
                submittedAt,
                review,
                campaign,
                updates,
                all.subList(0, Math.min(all.size(), HISTORY_KEPT)),
                removals,
                team,
                pictures,
                coSupports);
    }
}
