package quartier.notification.notice.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import quartier.notification.notice.MailQueue;

/**
 * The queue is the notices' field {@code mail.dueAt}: there while a mail waits, pushed into the future by the claim of
 * whoever sends it, gone when it is done. The number of the attempt fences off a sender that comes back too late.
 */
@Component
final class MongoMailQueue implements MailQueue {

    private final MongoCollection<Document> notices;

    MongoMailQueue(MongoDatabase database) {
        notices = database.getCollection(NoticeDocuments.COLLECTION);
    }

    @Override
    public List<String> due(Instant now, int limit) {
        return notices.find(lte("mail.dueAt", Date.from(now)))
                .projection(Projections.include("_id"))
                .sort(Sorts.ascending("mail.dueAt"))
                .limit(limit)
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }

    @Override
    public Optional<Claimed> claim(String noticeId, Instant now, Duration lease) {
        Document claimed = notices.findOneAndUpdate(
                and(eq("_id", noticeId), lte("mail.dueAt", Date.from(now))),
                Updates.combine(Updates.set("mail.dueAt", Date.from(now.plus(lease))), Updates.inc("mail.attempts", 1)),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        return claimed == null
                ? Optional.empty()
                : Optional.of(new Claimed(
                        NoticeDocuments.fromDocument(claimed),
                        claimed.get("mail", Document.class).getInteger("attempts")));
    }

    @Override
    public void retryAt(Claimed mail, Instant next) {
        notices.updateOne(sameAttempt(mail), Updates.set("mail.dueAt", Date.from(next)));
    }

    @Override
    public void finish(Claimed mail, Outcome outcome, Instant now) {
        notices.updateOne(
                sameAttempt(mail),
                Updates.combine(
                        Updates.set("mail.state", outcome.name()),
                        Updates.set("mail.endedAt", Date.from(now)),
                        Updates.unset("mail.dueAt")));
    }

    private static Bson sameAttempt(Claimed mail) {
        return and(eq("_id", mail.notice().id()), eq("mail.attempts", mail.attempt()), eq("mail.state", "PENDING"));
    }
}
