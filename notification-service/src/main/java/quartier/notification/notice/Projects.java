package quartier.notification.notice;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The projects heard of, and what was announced about each. */
public interface Projects {

    Optional<Project> find(String id);

    Map<String, Project> findAll(Collection<String> ids);

    /** Keeps what an event says of a project, unless something newer was kept before. */
    void keep(Project heard, long sequence);

    /** Those who carry a project in the territory or below it. */
    Set<String> ownersIn(String territory);

    /** Keeps an announcement with its project, which need not be known yet; a repetition changes nothing. */
    void record(Announcement announcement);

    boolean isTold(String project, String factId);

    void told(Announcement announcement);

    /** What was announced lately about the project, for those of whom we hear late. */
    List<Announcement> announced(String project);
}
