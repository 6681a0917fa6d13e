package quartier.notification.notice;

import java.time.Instant;

/** A value that a notice's text has a place for; it is formatted for the reader's language when it is shown. */
public sealed interface Argument {

    record Text(String text) implements Argument {}

    /** @param key of a phrase in the reader's language */
    record Phrase(String key) implements Argument {}

    record Count(long number) implements Argument {}

    /** @param amount minor units of the ISO 4217 currency */
    record Money(long amount, String currency) implements Argument {}

    record Moment(Instant instant) implements Argument {}
}
