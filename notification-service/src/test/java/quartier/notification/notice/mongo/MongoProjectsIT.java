package quartier.notification.notice.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import quartier.notification.notice.Announcement;
import quartier.notification.notice.Argument;
import quartier.notification.notice.NoticeKind;
import quartier.notification.notice.Project;
import quartier.testing.TestServers;

class MongoProjectsIT {

    private static final Instant LAUNCH = Instant.parse("2027-03-01T08:00:00Z");

    private final MongoClient client = MongoClients.create(TestServers.mongodb());
    private final MongoDatabase database = client.getDatabase("projects-" + UUID.randomUUID());
    private final MongoProjects projects = new MongoProjects(database);

    @AfterEach
    void close() {
        database.drop();
        client.close();
    }

    @Test
    void keepsTheNewestOfWhatItHears() {
        projects.keep(project("Le Kfé du 33"), 5);
        projects.keep(project("Un autre nom"), 4);
        projects.keep(
                new Project("kfe", "Le Kfé", "le-kfe", "m-alexis", true, List.of("auvergne-rhone-alpes", "lyon")), 6);
        projects.keep(project("Trop vieux"), 6);

        assertThat(projects.find("kfe"))
                .contains(new Project(
                        "kfe", "Le Kfé", "le-kfe", "m-alexis", true, List.of("auvergne-rhone-alpes", "lyon")));
    }

    @Test
    void keepsAnAnnouncementOnceAndRemembersThatItIsTold() {
        var launched = Announcement.of(
                "e1",
                "kfe",
                NoticeKind.LAUNCHED,
                LAUNCH,
                new Argument.Money(600_000, "EUR"),
                new Argument.Moment(LAUNCH));
        projects.record(launched);
        projects.record(launched);

        assertThat(projects.announced("kfe")).containsExactly(launched);
        assertThat(projects.isTold("kfe", "e1")).isFalse();
        projects.told(launched);
        assertThat(projects.isTold("kfe", "e1")).isTrue();
    }

    @Test
    void forgetsWhatWasToldLongAgoButNotThatHalfIsPassed() {
        var half = Announcement.of("half-way:kfe", "kfe", NoticeKind.HALF_WAY, LAUNCH, new Argument.Count(51));
        var old = Announcement.of("e1", "kfe", NoticeKind.RESUMED, LAUNCH);
        var untold = Announcement.of("e2", "kfe", NoticeKind.RESUMED, LAUNCH);
        var late = Announcement.of("e3", "kfe", NoticeKind.RESUMED, LAUNCH.plus(Duration.ofDays(31)));
        for (Announcement each : new Announcement[] {half, old, untold, late}) {
            projects.record(each);
        }
        projects.told(half);
        projects.told(old);
        projects.told(late);

        assertThat(projects.announced("kfe")).containsExactly(half, untold, late);
    }

    private static Project project(String title) {
        return new Project("kfe", title, "le-kfe", "m-alexis", false, List.of("auvergne-rhone-alpes", "lyon"));
    }
}
