package quartier.catalog.project;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where projects are kept. A project and what is told about it are stored together or not at all. */
public interface Projects {

    Optional<Project> find(String id);

    /** By its slug, or by one that it had before. */
    Optional<Project> findBySlug(String slug);

    /** Public projects that match, one page of them. */
    Page list(Search search);

    /** Those of one owner, the newest first. */
    List<Project> ownedBy(String memberId);

    /** How many projects the member has, in whatever state. */
    long countOwnedBy(String memberId);

    /** What waits for review in these territories and below them, the oldest first. */
    List<Project> awaitingReview(List<String> territories);

    /** Those in this state in these territories and below them, the longest submitted first. */
    List<Project> inState(ProjectState state, List<String> territories);

    /** False when the id is taken. */
    boolean insert(Project draft);

    /** Loads, decides and writes with one guarded update; empty when there is no such project. */
    Optional<Decision> change(String id, Function<Project, Decision> decide);

    /** Gives the project this slug, or one that begins with it where another project has it; for ever. */
    String reserveSlug(String wanted, String projectId);
}
