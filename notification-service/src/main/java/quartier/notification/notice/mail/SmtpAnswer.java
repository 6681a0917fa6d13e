package quartier.notification.notice.mail;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** Reads from an exception what the mail server said, without its text, which may name the member. */
final class SmtpAnswer {

    private SmtpAnswer() {}

    /**
     * Whether the server refused this mail for good: a 5xx reply to its recipient (RFC 5321 §4.2.1), or to its content.
     * Any other 5xx is about us, as a missing authentication, and may be mended.
     */
    static boolean isFinal(MailException failure) {
        if (failure instanceof MailSendException sending) {
            for (Exception each : sending.getMessageExceptions()) {
                if (isFinal(each)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isFinal(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> false;
            case SMTPAddressFailedException address -> isPermanent(address.getReturnCode());
            case SMTPSendFailedException message ->
                isAboutContent(message.getReturnCode()) || isFinal(message.getNextException());
            case MessagingException other -> isFinal(other.getNextException());
            default -> false;
        };
    }

    /** Too large, or the transaction failed: spam filters answer so. */
    private static boolean isAboutContent(int replyCode) {
        return replyCode == 552 || replyCode == 554;
    }

    private static boolean isPermanent(int replyCode) {
        return replyCode >= 500 && replyCode < 600;
    }
}
