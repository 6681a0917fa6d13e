package quartier.local.mail;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.internet.MimeMessage;

/** Whoever a message is for: everybody has a mailbox here, and it is the page. */
record Recipient(CaughtMail mail, String address) implements GreenMailUser {

    @Override
    public void deliver(MovingMessage message) {
        mail.keep(message.getMessage(), address);
    }

    @Override
    public void deliver(MimeMessage message) {
        mail.keep(message, address);
    }

    @Override
    public String getEmail() {
        return address;
    }

    @Override
    public String getLogin() {
        return address;
    }

    @Override
    public String getQualifiedMailboxName() {
        return address;
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public void setPassword(String password) {
        // Nobody signs in to read: there is no IMAP.
    }

    @Override
    public void authenticate(String password) {
        // As above.
    }

    @Override
    public void create() {
        // Nothing to make ready.
    }

    @Override
    public void delete() {
        // Nothing to take away.
    }
}
