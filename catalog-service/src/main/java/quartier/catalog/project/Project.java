package quartier.catalog.project;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
        return changed(next -> {
            next.form = form;
            next.slug = slug;
            next.territoryPath = policy.territoryPath();
        });
    }

    /** The same but for the call that it answers. */
    Project answering(ProjectForm answering) {
        return changed(next -> next.form = answering);
    }

    Project removed(Removal removal) {
        return changed(next -> {
            next.form = form.answering(null);
            next.removals = new ArrayList<>(removals);
            next.removals.add(removal);
        });
    }

    Project submitted(Instant at) {
        return changed(next -> {
            next.state = ProjectState.SUBMITTED;
            next.submittedAt = at;
        });
    }

    Project reviewed(ProjectState verdict, Review review) {
        return changed(next -> {
            next.state = verdict;
            next.review = review;
        });
    }

    Project in(ProjectState state) {
        return changed(next -> next.state = state);
    }

    Project in(ProjectState state, Campaign campaign) {
        return changed(next -> {
            next.state = state;
            next.campaign = campaign;
        });
    }

    Project posted(Update update) {
        return changed(next -> {
            next.updates = new ArrayList<>(updates);
            next.updates.addFirst(update);
        });
    }

    /** Without a new version: what the staff do among themselves is not what an owner edits. */
    Project attended(Review review) {
        return kept(next -> next.review = review);
    }

    Project supportedBy(List<CoSupport> coSupports) {
        return changed(next -> next.coSupports = coSupports);
    }

    Project with(Team team) {
        return changed(next -> next.team = team);
    }

    Project showing(List<Picture> pictures) {
        return changed(next -> next.pictures = pictures);
    }

    /** Without a new version: the history is not what callers edit. */
    Project remembering(Happening happening) {
        List<Happening> all = new ArrayList<>(history);
        all.addFirst(happening);
        return kept(next -> next.history = all.subList(0, Math.min(all.size(), HISTORY_KEPT)));
    }

    private Project changed(Consumer<Next> change) {
        return kept(next -> {
            next.version = version + 1;
            change.accept(next);
        });
    }

    private Project kept(Consumer<Next> change) {
        Next next = new Next(this);
        change.accept(next);
        return next.project(this);
    }

    /** What of a project can change, while it changes. */
    private static final class Next {

        private long version;
        private String slug;
        private ProjectState state;
        private ProjectForm form;
        private List<String> territoryPath;
        private @Nullable Instant submittedAt;
        private @Nullable Review review;
        private @Nullable Campaign campaign;
        private List<Update> updates;
        private List<Happening> history;
        private List<Removal> removals;
        private Team team;
        private List<Picture> pictures;
        private List<CoSupport> coSupports;

        Next(Project before) {
            version = before.version;
            slug = before.slug;
            state = before.state;
            form = before.form;
            territoryPath = before.territoryPath;
            submittedAt = before.submittedAt;
            review = before.review;
            campaign = before.campaign;
            updates = before.updates;
            history = before.history;
            removals = before.removals;
            team = before.team;
            pictures = before.pictures;
            coSupports = before.coSupports;
        }

        Project project(Project before) {
            return new Project(
                    before.id,
                    version,
                    slug,
                    state,
                    before.owner,
                    form,
                    territoryPath,
                    before.creation,
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
    }
}
