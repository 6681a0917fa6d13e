package quartier.notification.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns facts into notices. Facts come at least once, and those of different topics in any order: a campaign's outcome
 * may come before its project or its last pledge. So an announcement is kept first and its audience read afterwards,
 * while a pledge is kept first and the announcements read afterwards; whichever comes second sees the other, and the
 * notices' ids make both telling harmless.
 */
public final class TellMembers {

    private static final int AT_ONCE = 500;

    private final Projects projects;
    private final Follows follows;
    private final Backings backings;
    private final Operators operators;
    private final Contacts contacts;
    private final Notices notices;
    private final Postman postman;

    public TellMembers(
            Projects projects,
            Follows follows,
            Backings backings,
            Operators operators,
            Contacts contacts,
            Notices notices,
            Postman postman) {
        this.projects = projects;
        this.follows = follows;
        this.backings = backings;
        this.operators = operators;
        this.contacts = contacts;
        this.notices = notices;
        this.postman = postman;
    }

    /** Tells one or a few members of what concerns only them. */
    public void tell(Collection<Notice> all) {
        List<Notice> rest = List.copyOf(all);
        for (int from = 0; from < rest.size(); from += AT_ONCE) {
            tellAtOnce(rest.subList(from, Math.min(rest.size(), from + AT_ONCE)));
        }
    }

    /** Tells those who follow the project at that time, save some who are told in other words. */
    public void tellFollowers(String project, Instant at, Set<String> save, Function<String, Notice> notice) {
        tell(follows.followersAt(project, at).stream()
                .filter(member -> !save.contains(member))
                .map(notice)
                .toList());
    }

    /** Tells those who carry projects in the territory or below it. */
    public void tellOwnersIn(String territory, Function<String, Notice> notice) {
        tell(projects.ownersIn(territory).stream().map(notice).toList());
    }

    /** Tells those who run the platform. */
    public void tellOperators(Function<String, Notice> notice) {
        tell(operators.all().stream().map(notice).toList());
    }

    /** Tells everybody whom it reaches, once. */
    public void announce(Announcement announcement) {
        if (projects.isTold(announcement.project(), announcement.factId())) {
            return;
        }
        projects.record(announcement);
        tell(announcement.notices(ownerOf(announcement.project()), audienceOf(announcement)));
        projects.told(announcement);
    }

    /** Keeps what was heard of a project, and tells its owner what was announced before the owner was known. */
    public void hear(Project project, long sequence) {
        projects.keep(project, sequence);
        String owner = ownerOf(project.id());
        tell(projects.announced(project.id()).stream()
                .flatMap(announcement -> announcement.notices(owner, List.of()).stream())
                .toList());
    }

    /** Keeps a pledge: its backer follows the project, and hears what was announced while the pledge was on its way. */
    public void hear(Backing backing, long sequence) {
        backings.keep(backing, sequence);
        if (!backing.standing()) {
            return;
        }
        follows.followImplicitly(backing.project(), backing.backer(), backing.at());
        String owner = ownerOf(backing.project());
        tell(projects.announced(backing.project()).stream()
                .filter(announcement -> !announcement.at().isBefore(backing.at()))
                .filter(announcement -> audienceOf(announcement).contains(backing.backer()))
                .flatMap(announcement -> announcement.notices(owner, Set.of(backing.backer())).stream())
                .toList());
    }

    private Set<String> audienceOf(Announcement announcement) {
        Set<String> members = new LinkedHashSet<>();
        if (announcement.kind().reaches(Audience.FOLLOWERS)) {
            members.addAll(follows.followersAt(announcement.project(), announcement.at()));
        }
        if (announcement.kind().reaches(Audience.BACKERS)) {
            members.addAll(backings.backersAt(announcement.project(), announcement.at()));
        }
        return members;
    }

    private @Nullable String ownerOf(String project) {
        return projects.find(project).map(Project::owner).orElse(null);
    }

    private void tellAtOnce(List<Notice> some) {
        Map<String, Contact> reachable =
                contacts.findAll(some.stream().map(Notice::member).distinct().toList());
        Set<String> mailed = new HashSet<>();
        for (Notice notice : some) {
            Contact contact = reachable.get(notice.member());
            if (contact != null && notice.isMailedTo(contact)) {
                mailed.add(notice.id());
            }
        }
        notices.add(new ArrayList<>(some), mailed);
        postman.ring(mailed);
    }
}
