package quartier.local.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last messages, newest first. In memory: they go when the process ends. */
final class CaughtMail implements MessageDeliveryHandler {

    private static final Logger log = LoggerFactory.getLogger(CaughtMail.class);

    /** About 20 MB of the messages that the services write. */
    private static final int KEPT = 2_000;

    private final Clock clock;
    private final Deque<CaughtMessage> messages = new ArrayDeque<>();
    private long last;

    CaughtMail(Clock clock) {
        this.clock = clock;
    }

    @Override
    public GreenMailUser handle(MovingMessage message, MailAddress to) {
        return new Recipient(this, to.getEmail());
    }

    synchronized void keep(MimeMessage message, String to) {
        try {
            messages.addFirst(CaughtMessage.of(++last, to, clock.instant(), message));
        } catch (MessagingException | IOException broken) {
            log.warn("A message to {} can't be shown", to, broken);
        }
        if (messages.size() > KEPT) {
            messages.removeLast();
        }
    }

    /** Those to one address, or all. */
    synchronized List<CaughtMessage> to(Optional<String> address) {
        return messages.stream()
                .filter(message ->
                        address.isEmpty() || message.to().equals(address.get().toLowerCase(Locale.ROOT)))
                .toList();
    }

    synchronized Optional<CaughtMessage> number(long number) {
        return messages.stream().filter(message -> message.number() == number).findFirst();
    }
}
