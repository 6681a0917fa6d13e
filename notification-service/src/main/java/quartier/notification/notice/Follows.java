package quartier.notification.notice;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who follows what, and who said no to it: a "no" is kept, so that backing again doesn't bring the news back. */
public interface Follows {

    /** Because the member asked; changes nothing when they follow already. */
    void follow(String project, String member, Instant now);

    /** Because the member backed the project; changes nothing when they follow already or said no. */
    void followImplicitly(String project, String member, Instant since);

    void stop(String project, String member);

    boolean isFollowing(String project, String member);

    /** Who followed the project at that time and still does. */
    Set<String> followersAt(String project, Instant at);

    long countFollowers(String project);

    /** The projects to whose news the member said no. */
    List<String> stoppedBy(String member);

    void forget(String member);

    /** The member's follows by project id, at most {@code limit} of those after {@code afterProject}. */
    List<Follow> of(String member, @Nullable String afterProject, int limit);
}
