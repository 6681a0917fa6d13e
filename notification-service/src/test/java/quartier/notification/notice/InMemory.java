package quartier.notification.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All the ports of the capability, in memory. */
public final class InMemory {

    public static final class Inboxes implements Notices, Postman {
        public final Map<String, Notice> notices = new LinkedHashMap<>();
        public final Set<String> mailed = new HashSet<>();
        public final List<String> rung = new ArrayList<>();
        private boolean failing;

        /** The next write does not happen, as when the process dies before it. */
        public void failOnce() {
            failing = true;
        }

        public List<NoticeKind> kindsOf(String member) {
            return notices.values().stream()
                    .filter(notice -> notice.member().equals(member))
                    .map(Notice::kind)
                    .toList();
        }

        public List<Notice> to(String member) {
            return notices.values().stream()
                    .filter(notice -> notice.member().equals(member))
                    .toList();
        }

        @Override
        public void add(List<Notice> all, Set<String> toMail) {
            if (failing) {
                failing = false;
                throw new IllegalStateException("the store is away");
            }
            for (Notice notice : all) {
                if (notices.putIfAbsent(notice.id(), notice) == null && toMail.contains(notice.id())) {
                    mailed.add(notice.id());
                }
            }
        }

        @Override
        public List<Notice> of(String member, @Nullable NoticeCursor after, int limit) {
            return to(member);
        }

        @Override
        public long countUnread(String member) {
            return to(member).size();
        }

        @Override
        public void forget(String member) {
            notices.values().removeIf(notice -> notice.member().equals(member));
        }

        @Override
        public boolean read(String id, String member, Instant now) {
            return notices.containsKey(id);
        }

        @Override
        public void ring(Collection<String> noticeIds) {
            rung.addAll(noticeIds);
        }
    }

    public static final class KnownProjects implements Projects {
        private final Map<String, Project> projects = new HashMap<>();
        private final Map<String, Long> sequences = new HashMap<>();
        private final Map<String, List<Announcement>> announced = new HashMap<>();
        private final Set<String> told = new HashSet<>();

        @Override
        public Optional<Project> find(String id) {
            return Optional.ofNullable(projects.get(id));
        }

        @Override
        public Map<String, Project> findAll(Collection<String> ids) {
            return projects.entrySet().stream()
                    .filter(entry -> ids.contains(entry.getKey()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        @Override
        public void keep(Project heard, long sequence) {
            if (sequences.merge(heard.id(), sequence, Math::max) == sequence) {
                projects.put(heard.id(), heard);
            }
        }

        @Override
        public Set<String> ownersIn(String territory) {
            return projects.values().stream()
                    .filter(project -> project.territoryPath().contains(territory))
                    .flatMap(project -> Stream.ofNullable(project.owner()))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        @Override
        public void record(Announcement announcement) {
            List<Announcement> known = announced.computeIfAbsent(announcement.project(), any -> new ArrayList<>());
            if (known.stream().noneMatch(one -> one.factId().equals(announcement.factId()))) {
                known.add(announcement);
            }
        }

        @Override
        public boolean isTold(String project, String factId) {
            return told.contains(factId);
        }

        @Override
        public void told(Announcement announcement) {
            told.add(announcement.factId());
        }

        @Override
        public List<Announcement> announced(String project) {
            return List.copyOf(announced.getOrDefault(project, List.of()));
        }
    }

    public static final class KnownOperators implements Operators {
        private final Set<String> operators = new LinkedHashSet<>();

        @Override
        public void keep(String member, boolean operator) {
            if (operator) {
                operators.add(member);
            } else {
                operators.remove(member);
            }
        }

        @Override
        public List<String> all() {
            return List.copyOf(operators);
        }
    }

    public static final class KnownFollows implements Follows {
        private final Map<String, Follow> follows = new TreeMap<>();
        private final Set<String> stopped = new HashSet<>();

        @Override
        public void follow(String project, String member, Instant now) {
            stopped.remove(project + member);
            follows.putIfAbsent(project + member, new Follow(project, member, now, Follow.Reason.ASKED));
        }

        @Override
        public void followImplicitly(String project, String member, Instant since) {
            if (!stopped.contains(project + member)) {
                follows.putIfAbsent(project + member, new Follow(project, member, since, Follow.Reason.BACKED));
            }
        }

        @Override
        public void stop(String project, String member) {
            follows.remove(project + member);
            stopped.add(project + member);
        }

        @Override
        public boolean isFollowing(String project, String member) {
            return follows.containsKey(project + member);
        }

        @Override
        public Set<String> followersAt(String project, Instant at) {
            return follows.values().stream()
                    .filter(follow -> follow.project().equals(project))
                    .filter(follow -> !follow.since().isAfter(at))
                    .map(Follow::member)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        @Override
        public long countFollowers(String project) {
            return followersAt(project, Instant.MAX).size();
        }

        @Override
        public List<String> stoppedBy(String member) {
            return stopped.stream().filter(pair -> pair.endsWith(member)).toList();
        }

        @Override
        public void forget(String member) {
            follows.values().removeIf(follow -> follow.member().equals(member));
            stopped.removeIf(pair -> pair.endsWith(member));
        }

        @Override
        public List<Follow> of(String member, @Nullable String afterProject, int limit) {
            return follows.values().stream()
                    .filter(follow -> follow.member().equals(member))
                    .toList();
        }
    }

    public static final class KnownBackings implements Backings {
        private final Map<String, Backing> backings = new LinkedHashMap<>();
        private final Map<String, Long> sequences = new HashMap<>();

        @Override
        public void keep(Backing backing, long sequence) {
            if (sequences.merge(backing.pledge(), sequence, Math::max) == sequence) {
                backings.put(backing.pledge(), backing);
            }
        }

        @Override
        public List<Backing> of(String member) {
            return backings.values().stream()
                    .filter(backing -> backing.backer().equals(member))
                    .toList();
        }

        @Override
        public void forget(String member) {
            backings.values().removeIf(backing -> backing.backer().equals(member));
        }

        @Override
        public Set<String> backersAt(String project, Instant at) {
            return backings.values().stream()
                    .filter(backing -> backing.project().equals(project) && backing.standing())
                    .filter(backing -> !backing.at().isAfter(at))
                    .map(Backing::backer)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    public static final class KnownContacts implements Contacts {
        private final Map<String, Contact> contacts = new HashMap<>();

        @Override
        public Optional<Contact> find(String member) {
            return Optional.ofNullable(contacts.get(member));
        }

        @Override
        public Map<String, Contact> findAll(Collection<String> members) {
            return contacts.entrySet().stream()
                    .filter(entry -> members.contains(entry.getKey()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        @Override
        public void save(Contact contact) {
            contacts.put(contact.member(), contact);
        }

        @Override
        public void forget(String member) {
            contacts.remove(member);
        }

        @Override
        public void stopNewsByEmail(String member) {
            contacts.computeIfPresent(
                    member,
                    (id, contact) -> new Contact(id, contact.email(), contact.name(), contact.language(), false));
        }
    }

    private InMemory() {}
}
