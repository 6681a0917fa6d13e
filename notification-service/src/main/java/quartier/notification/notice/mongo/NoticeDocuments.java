package quartier.notification.notice.mongo;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import quartier.notification.notice.Notice;
import quartier.notification.notice.NoticeKind;

/** Notices as documents. The mail that waits is the sub-document {@code mail}; without one, nothing is mailed. */
final class NoticeDocuments {

    static final String COLLECTION = "notices";

    private NoticeDocuments() {}

    static Document toDocument(Notice notice, boolean mailed) {
        Document document = new Document("_id", notice.id())
                .append("member", notice.member())
                .append("kind", notice.kind().name())
                .append("asOwner", notice.asOwner())
                .append("arguments", Arguments.toDocuments(notice.arguments()))
                .append("at", Date.from(notice.at()))
                .append("read", false);
        if (notice.project() != null) {
            document.append("project", notice.project());
        }
        if (notice.reference() != null) {
            document.append("reference", notice.reference());
        }
        if (mailed) {
            document.append(
                    "mail",
                    new Document("state", "PENDING")
                            .append("attempts", 0)
                            // Due since ever: at once.
                            .append("dueAt", Date.from(Instant.EPOCH)));
        }
        return document;
    }

    static Notice fromDocument(Document document) {
        return new Notice(
                document.getString("_id"),
                document.getString("member"),
                NoticeKind.valueOf(document.getString("kind")),
                document.getBoolean("asOwner", false),
                document.getString("project"),
                document.getString("reference"),
                Arguments.fromDocuments(document),
                document.getDate("at").toInstant(),
                instant(document.getDate("readAt")));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
