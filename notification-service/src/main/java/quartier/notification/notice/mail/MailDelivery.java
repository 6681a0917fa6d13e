package quartier.notification.notice.mail;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import quartier.notification.NotificationProperties;
import quartier.notification.notice.Addressee;
import quartier.notification.notice.Contact;
import quartier.notification.notice.MailQueue;
import quartier.notification.notice.MailQueue.Claimed;
import quartier.notification.notice.MailQueue.Outcome;

/**
 * Sends one waiting mail: at least once, and twice only when this process dies between the server's acceptance and the
 * note of it. Nothing that names a person is logged.
 */
@Component
final class MailDelivery {

    private static final Logger log = LoggerFactory.getLogger(MailDelivery.class);

    private final MailQueue queue;
    private final Addressee addressee;
    private final MailComposer composer;
    private final JavaMailSender sender;
    private final NotificationProperties.Mail limits;
    private final MeterRegistry meters;
    /** Not the sandbox's clock: leases and pauses are about machines, whatever time the demo plays at. */
    private final InstantSource time = InstantSource.system();

    MailDelivery(
            MailQueue queue,
            Addressee addressee,
            MailComposer composer,
            JavaMailSender sender,
            NotificationProperties properties,
            MeterRegistry meters) {
        this.queue = queue;
        this.addressee = addressee;
        this.composer = composer;
        this.sender = sender;
        this.limits = properties.mail();
        this.meters = meters;
    }

    /** Does nothing when the mail is not due, or somebody else is at it. */
    void deliver(String noticeId) {
        queue.claim(noticeId, time.instant(), limits.lease()).ifPresent(this::deliver);
    }

    private void deliver(Claimed mail) {
        Optional<Contact> contact = addressee.of(mail.notice());
        if (contact.isEmpty()) {
            finish(mail, Outcome.UNWANTED);
            return;
        }
        try {
            sender.send(composer.compose(mail.notice(), contact.get()));
            finish(mail, Outcome.SENT);
        } catch (MailParseException | MailPreparationException unwritable) {
            log.error(
                    "The mail of notice {} can't be written: {}", mail.notice().id(), unwritable.getClass());
            finish(mail, Outcome.REFUSED);
        } catch (MailException failure) {
            failed(mail, failure);
        }
    }

    private void failed(Claimed mail, MailException failure) {
        if (SmtpAnswer.isFinal(failure)) {
            log.warn("The mail of notice {} was refused for good", mail.notice().id());
            finish(mail, Outcome.REFUSED);
        } else if (mail.attempt() >= limits.attempts()) {
            log.warn(
                    "The mail of notice {} is given up after {} tries",
                    mail.notice().id(),
                    mail.attempt());
            finish(mail, Outcome.GIVEN_UP);
        } else {
            Instant next = time.instant().plus(limits.pauseAfter(mail.attempt()));
            queue.retryAt(mail, next);
            meters.counter("quartier.mail", "outcome", "retry").increment();
            log.warn(
                    "The mail of notice {} waits for its try number {} at {}: {}",
                    mail.notice().id(),
                    mail.attempt() + 1,
                    next,
                    failure.getClass().getSimpleName());
        }
    }

    private void finish(Claimed mail, Outcome outcome) {
        queue.finish(mail, outcome, time.instant());
        meters.counter("quartier.mail", "outcome", outcome.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
