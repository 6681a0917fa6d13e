package quartier.notification.notice.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import quartier.notification.NotificationProperties;
import quartier.notification.notice.Concern;
import quartier.notification.notice.Contact;
import quartier.notification.notice.Notice;
import quartier.notification.notice.Project;
import quartier.notification.notice.Projects;
import quartier.notification.notice.Unsubscriptions;
import quartier.notification.notice.Unsubscriptions.Subscription;
import quartier.notification.notice.Wording;

/**
 * Writes the mail of a notice in its member's language, as text and as HTML. Its Message-ID comes from the notice, so
 * that a mail that had to be sent twice is one mail to the receiver.
 */
@Component
final class MailComposer {

    private final JavaMailSender sender;
    private final ITemplateEngine templates;
    private final Wording wording;
    private final Projects projects;
    private final Unsubscriptions unsubscriptions;
    private final NotificationProperties properties;

    MailComposer(
            JavaMailSender sender,
            ITemplateEngine templates,
            Wording wording,
            Projects projects,
            Unsubscriptions unsubscriptions,
            NotificationProperties properties) {
        this.sender = sender;
        this.templates = templates;
        this.wording = wording;
        this.projects = projects;
        this.unsubscriptions = unsubscriptions;
        this.properties = properties;
    }

    MimeMessage compose(Notice notice, Contact contact) {
        Locale locale = contact.locale();
        var words = wording.of(notice, projectOf(notice), locale);
        String link = properties.site(words.path());
        String unsubscribe = properties.api("/v1/unsubscribe/" + unsubscriptions.tokenOf(subscriptionOf(notice)));
        String greeting = wording.phrase("mail.greeting", locale, contact.name());
        String why = wording.phrase("mail.why." + notice.concern().name(), locale);
        String stop = wording.phrase(
                subscriptionOf(notice).project() == null ? "mail.stop.all" : "mail.stop.project", locale);

        var page = new Context(
                locale,
                Map.of(
                        "words", words,
                        "greeting", greeting,
                        "link", link,
                        "why", why,
                        "stop", stop,
                        "unsubscribe", unsubscribe));
        String text = String.join(
                "\n\n",
                greeting,
                words.text(),
                words.action() + "\n" + link,
                "-- \n" + why + "\n" + stop + "\n" + unsubscribe);
        try {
            var message = new NoticeMessage(sender.createMimeMessage().getSession(), messageId(notice));
            var parts = new MimeMessageHelper(
                    message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
            parts.setFrom(properties.mail().from(), properties.mail().fromName());
            parts.setTo(contact.email());
            parts.setSubject(words.subject());
            parts.setSentDate(Date.from(notice.at()));
            parts.setText(text + "\n", templates.process("mail", page));
            message.setContentLanguage(new String[] {contact.language()});
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("List-Unsubscribe", "<" + unsubscribe + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            return message;
        } catch (MessagingException | UnsupportedEncodingException unwritable) {
            throw new MailPreparationException("a notice can't be written as a mail", unwritable);
        }
    }

    private @Nullable Project projectOf(Notice notice) {
        return notice.project() == null ? null : projects.find(notice.project()).orElse(null);
    }

    /** A mail about a role can only be stopped with all others; any other mail with its project's news. */
    private static Subscription subscriptionOf(Notice notice) {
        return new Subscription(notice.member(), notice.concern() == Concern.ROLE ? null : notice.project());
    }

    private String messageId(Notice notice) {
        String from = properties.mail().from();
        return "<" + notice.id() + from.substring(from.indexOf('@')) + ">";
    }

    /** A message whose id is ours and not drawn anew at each try. */
    private static final class NoticeMessage extends MimeMessage {
        private final String id;

        NoticeMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
