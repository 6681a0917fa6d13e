package quartier.local.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.springframework.context.SmartLifecycle;

/** Listens for mail as long as the application runs. */
final class SmtpServer implements SmartLifecycle {

    private final GreenMail server;
    private volatile boolean running;

    SmtpServer(int port, CaughtMail mail) {
        server = new GreenMail(new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP));
        server.getUserManager().setMessageDeliveryHandler(mail);
    }

    @Override
    public void start() {
        server.start();
        running = true;
    }

    @Override
    public void stop() {
        server.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    int port() {
        return server.getSmtp().getPort();
    }
}
