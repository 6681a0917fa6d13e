package quartier.notification.notice.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.net.ConnectException;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

class SmtpAnswerTest {

    private static final Address[] NONE = {};

    @Test
    void isFinalForAnUnknownRecipient() throws Exception {
        assertThat(SmtpAnswer.isFinal(sending(recipientRefused(550)))).isTrue();
    }

    @Test
    void isNotFinalForAFullMailbox() throws Exception {
        assertThat(SmtpAnswer.isFinal(sending(recipientRefused(452)))).isFalse();
    }

    @Test
    void isFinalForContentThatIsRefused() {
        assertThat(SmtpAnswer.isFinal(sending(messageRefused(554)))).isTrue();
    }

    @Test
    void isNotFinalWhenTheServerWantsUsToSignIn() {
        assertThat(SmtpAnswer.isFinal(sending(messageRefused(530)))).isFalse();
        assertThat(SmtpAnswer.isFinal(new MailAuthenticationException("who are you")))
                .isFalse();
    }

    @Test
    void isNotFinalWhenNobodyAnswers() {
        var nobody = new MessagingException("no connection", new ConnectException("refused"));

        assertThat(SmtpAnswer.isFinal(new MailSendException("no connection", nobody)))
                .isFalse();
    }

    private static MailSendException sending(Exception failure) {
        return new MailSendException(Map.of("the message", failure));
    }

    private static SendFailedException recipientRefused(int replyCode) throws Exception {
        var address = new InternetAddress("nobody@example.org");
        return new SendFailedException(
                "Invalid Addresses", new SMTPAddressFailedException(address, "RCPT TO", replyCode, "no"));
    }

    private static SMTPSendFailedException messageRefused(int replyCode) {
        return new SMTPSendFailedException("DATA", replyCode, "no", new MessagingException("no"), NONE, NONE, NONE);
    }
}
