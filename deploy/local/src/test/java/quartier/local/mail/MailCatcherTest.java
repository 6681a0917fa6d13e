package quartier.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MailCatcherTest {

    @Test
    void keepsWhatItIsGivenWithBothPartsAndItsHeaders() throws Exception {
        var mail = new CaughtMail(Clock.systemUTC());
        var server = new SmtpServer(0, mail);
        server.start();
        try {
            send(server.port(), "Remi@quartier.example", "Objectif atteint à 50 %");
            send(server.port(), "odile@quartier.example", "Autre");
        } finally {
            server.stop();
        }
        assertThat(mail.to(Optional.empty())).hasSize(2);
        assertThat(mail.to(Optional.of("remi@quartier.example")))
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.subject()).isEqualTo("Objectif atteint à 50 %");
                    assertThat(message.text()).contains("été");
                    assertThat(message.html()).contains("<b>été</b>");
                    assertThat(message.headers()).containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
                    assertThat(mail.number(message.number())).contains(message);
                });
    }

    private static void send(int port, String to, String subject) throws Exception {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", "localhost");
        settings.setProperty("mail.smtp.port", String.valueOf(port));
        var message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("nouvelles@quartier.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        var text = new MimeBodyPart();
        text.setText("Un bel été", "UTF-8");
        var html = new MimeBodyPart();
        html.setContent("<p>Un bel <b>été</b></p>", "text/html; charset=UTF-8");
        message.setContent(new MimeMultipart("alternative", text, html));
        Transport.send(message);
    }
}
