package quartier.notification.notice.mongo;

import java.util.Date;
import java.util.List;
import org.bson.Document;
import quartier.notification.notice.Argument;

/** Arguments as small documents, each with the field that tells its kind. */
final class Arguments {

    private Arguments() {}

    static List<Document> toDocuments(List<Argument> arguments) {
        return arguments.stream().map(Arguments::toDocument).toList();
    }

    static List<Argument> fromDocuments(Document holder) {
        return holder.getList("arguments", Document.class, List.of()).stream()
                .map(Arguments::fromDocument)
                .toList();
    }

    private static Document toDocument(Argument argument) {
        return switch (argument) {
            case Argument.Text(String text) -> new Document("text", text);
            case Argument.Phrase(String key) -> new Document("phrase", key);
            case Argument.Count(long number) -> new Document("number", number);
            case Argument.Money(long amount, String currency) ->
                new Document("amount", amount).append("currency", currency);
            case Argument.Moment(var instant) -> new Document("moment", Date.from(instant));
        };
    }

    private static Argument fromDocument(Document document) {
        if (document.containsKey("text")) {
            return new Argument.Text(document.getString("text"));
        }
        if (document.containsKey("phrase")) {
            return new Argument.Phrase(document.getString("phrase"));
        }
        if (document.containsKey("number")) {
            return new Argument.Count(document.getLong("number"));
        }
        if (document.containsKey("amount")) {
            return new Argument.Money(document.getLong("amount"), document.getString("currency"));
        }
        return new Argument.Moment(document.getDate("moment").toInstant());
    }
}
