package quartier.notification.notice.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import quartier.notification.notice.Notice;
import quartier.notification.notice.NoticeCursor;
import quartier.notification.notice.Notices;

@Component
final class MongoNotices implements Notices {

    private final MongoCollection<Document> notices;
    private final Counter mailed;
    private final Counter inboxOnly;

    MongoNotices(MongoDatabase database, MeterRegistry meters) {
        notices = database.getCollection(NoticeDocuments.COLLECTION);
        notices.createIndex(Indexes.compoundIndex(Indexes.ascending("member"), Indexes.descending("at", "_id")));
        notices.createIndex(Indexes.ascending("member", "read"));
        notices.createIndex(Indexes.ascending("mail.dueAt"), new IndexOptions().sparse(true));
        mailed = meters.counter("quartier.notices", "mail", "wanted");
        inboxOnly = meters.counter("quartier.notices", "mail", "none");
    }

    @Override
    public void add(List<Notice> all, Set<String> toMail) {
        Inserts.absent(
                notices,
                all.stream()
                        .map(notice -> NoticeDocuments.toDocument(notice, toMail.contains(notice.id())))
                        .toList());
        mailed.increment(toMail.size());
        inboxOnly.increment(all.size() - toMail.size());
    }

    @Override
    public List<Notice> of(String member, @Nullable NoticeCursor after, int limit) {
        Bson own = eq("member", member);
        return notices.find(after == null ? own : and(own, isAfter(after)))
                .sort(Sorts.descending("at", "_id"))
                .limit(limit)
                .map(NoticeDocuments::fromDocument)
                .into(new ArrayList<>());
    }

    @Override
    public long countUnread(String member) {
        return notices.countDocuments(and(eq("member", member), eq("read", false)));
    }

    @Override
    public boolean read(String id, String member, Instant now) {
        Bson own = and(eq("_id", id), eq("member", member));
        var first = notices.updateOne(
                and(own, eq("read", false)),
                Updates.combine(Updates.set("read", true), Updates.set("readAt", Date.from(now))));
        return first.getMatchedCount() > 0 || notices.find(own).first() != null;
    }

    @Override
    public void forget(String member) {
        notices.deleteMany(eq("member", member));
    }

    private static Bson isAfter(NoticeCursor cursor) {
        Date at = Date.from(cursor.at());
        return or(lt("at", at), and(eq("at", at), lt("_id", cursor.id())));
    }
}
