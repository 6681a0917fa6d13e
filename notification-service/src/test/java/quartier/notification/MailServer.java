package quartier.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import quartier.testing.TestServers;

/** A real SMTP server that a test can stop and start; it keeps what it took. */
final class MailServer {

    private final int port = TestServers.freePort();
    private final List<MimeMessage> taken = new ArrayList<>();
    private GreenMail server = started();

    int port() {
        return port;
    }

    synchronized void stop() {
        taken.addAll(Arrays.asList(server.getReceivedMessages()));
        server.stop();
    }

    synchronized void start() {
        server = started();
    }

    /** All mails to this address, in the order of their arrival. */
    synchronized List<MimeMessage> to(String address) {
        List<MimeMessage> all = new ArrayList<>(taken);
        all.addAll(Arrays.asList(server.getReceivedMessages()));
        return all.stream().filter(mail -> isTo(mail, address)).toList();
    }

    private GreenMail started() {
        var server = new GreenMail(new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return Arrays.stream(mail.getAllRecipients()).map(MailServer::bare).anyMatch(address::equals);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String bare(Address address) {
        return address instanceof InternetAddress internet ? internet.getAddress() : address.toString();
    }
}
