package quartier.catalog.project;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where projects are kept. A project and what is told about it are stored together or not at all. */
public interface Projects extends IndexSource {

    Optional<Project> find(String id);

    /** By its slug, or by one that it had before. */
    Optional<Project> findBySlug(String slug);

    /** Public ones that answer the call, the newest first. */
    List<Project> answering(String call, int limit);

    /** Those that the member carries, as owner or in the team; the newest first. */
    List<Project> ownedBy(String memberId);

    /** The ids of those from which nothing was heard since before then, and whose owner was not reminded of it. */
    List<String> silentSinceBefore(Instant then, int limit);

    /** How many projects the member has, in whatever state. */
    long countOwnedBy(String memberId);

    /** Those in this state in these territories and below them, the longest submitted first. */
    List<Project> inState(ProjectState state, List<String> territories);

    /** False when the id is taken. */
    boolean insert(Project draft);

    /** Loads, decides and writes with one guarded update; empty when there is no such project. */
    Optional<Decision> change(String id, Function<Project, Decision> decide);

    /** Gives the project this slug, or one that begins with it where another project has it; for ever. */
    String reserveSlug(String wanted, String projectId);
}
