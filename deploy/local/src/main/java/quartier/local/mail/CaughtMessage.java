package quartier.local.mail;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message as it came.
 *
 * @param number counts from 1 since the process started
 * @param to in lower case
 * @param text its plain part
 * @param html its HTML part, not to be trusted
 */
record CaughtMessage(
        long number,
        String to,
        String from,
        String subject,
        Instant at,
        @Nullable String text,
        @Nullable String html,
        Map<String, String> headers) {

    static CaughtMessage of(long number, String to, Instant at, MimeMessage message)
            throws MessagingException, IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            headers.put(header.getName(), header.getValue());
        }
        var sender = message.getFrom();
        return new CaughtMessage(
                number,
                to.toLowerCase(Locale.ROOT),
                sender == null || sender.length == 0 ? "" : ((InternetAddress) sender[0]).toUnicodeString(),
                message.getSubject() == null ? "" : message.getSubject(),
                at,
                firstOf("text/plain", message),
                firstOf("text/html", message),
                headers);
    }

    private static @Nullable String firstOf(String type, Part part) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = firstOf(type, parts.getBodyPart(i));
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
