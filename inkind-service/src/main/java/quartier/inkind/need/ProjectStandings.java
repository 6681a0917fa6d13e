package quartier.inkind.need;

import java.util.Optional;

/** What has been heard of projects; kept apart from needs, because it may arrive before them. */
public interface ProjectStandings {

    /** Keeps what is newer than what is known. */
    void heard(ProjectStanding standing);

    Optional<ProjectStanding> of(String project);
}
