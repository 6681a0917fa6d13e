package quartier.notification.notice.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import quartier.notification.notice.Follow;
import quartier.notification.notice.Follow.Reason;
import quartier.notification.notice.Follows;

/** One document for each pair of project and member, kept when they stop following. */
@Component
final class MongoFollows implements Follows {

    private final MongoCollection<Document> follows;

    MongoFollows(MongoDatabase database) {
        follows = database.getCollection("follows");
        follows.createIndex(Indexes.ascending("project", "following", "since"));
        follows.createIndex(Indexes.ascending("member", "following", "project"));
    }

    @Override
    public void follow(String project, String member, Instant now) {
        if (!Inserts.one(follows, document(project, member, now, Reason.ASKED))) {
            follows.updateOne(
                    and(eq("_id", id(project, member)), eq("following", false)),
                    Updates.combine(
                            Updates.set("following", true),
                            Updates.set("since", Date.from(now)),
                            Updates.set("because", Reason.ASKED.name())));
        }
    }

    @Override
    public void followImplicitly(String project, String member, Instant since) {
        Inserts.one(follows, document(project, member, since, Reason.BACKED));
    }

    @Override
    public void stop(String project, String member) {
        follows.updateOne(
                eq("_id", id(project, member)),
                Updates.combine(
                        Updates.set("project", project),
                        Updates.set("member", member),
                        Updates.set("following", false)),
                new UpdateOptions().upsert(true));
    }

    @Override
    public boolean isFollowing(String project, String member) {
        return follows.find(and(eq("_id", id(project, member)), eq("following", true)))
                        .first()
                != null;
    }

    @Override
    public Set<String> followersAt(String project, Instant at) {
        return follows.find(and(eq("project", project), eq("following", true), lte("since", Date.from(at))))
                .map(document -> document.getString("member"))
                .into(new LinkedHashSet<>());
    }

    @Override
    public long countFollowers(String project) {
        return follows.countDocuments(and(eq("project", project), eq("following", true)));
    }

    @Override
    public List<Follow> of(String member, @Nullable String afterProject, int limit) {
        Bson own = and(eq("member", member), eq("following", true));
        return follows.find(afterProject == null ? own : and(own, gt("project", afterProject)))
                .sort(Sorts.ascending("project"))
                .limit(limit)
                .map(document -> new Follow(
                        document.getString("project"),
                        document.getString("member"),
                        document.getDate("since").toInstant(),
                        Reason.valueOf(document.getString("because"))))
                .into(new ArrayList<>());
    }

    @Override
    public List<String> stoppedBy(String member) {
        return follows.find(and(eq("member", member), eq("following", false)))
                .sort(Sorts.ascending("project"))
                .map(document -> document.getString("project"))
                .into(new ArrayList<>());
    }

    @Override
    public void forget(String member) {
        follows.deleteMany(eq("member", member));
    }

    private static Document document(String project, String member, Instant since, Reason because) {
        return new Document("_id", id(project, member))
                .append("project", project)
                .append("member", member)
                .append("since", Date.from(since))
                .append("because", because.name())
                .append("following", true);
    }

    private static String id(String project, String member) {
        return project + "/" + member;
    }
}
