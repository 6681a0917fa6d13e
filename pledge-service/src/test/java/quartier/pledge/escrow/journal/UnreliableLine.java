package quartier.pledge.escrow.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** A line to the store that breaks once, at an insert into the journal: before it arrived, or before its answer. */
final class UnreliableLine implements AutoCloseable {

    enum Break {
        BEFORE_THE_WRITE,
        BEFORE_THE_ANSWER,
        NEVER
    }

    private final ServerSocket listening = new ServerSocket(0);
    private final String host;
    private final int port;
    private final AtomicReference<Break> next = new AtomicReference<>(Break.NEVER);

    /** @param address host and port of the store */
    UnreliableLine(String address) throws IOException {
        this.host = address.substring(0, address.indexOf(':'));
        this.port = Integer.parseInt(address.substring(address.indexOf(':') + 1));
        Thread.ofVirtual().start(this::accept);
    }

    String uri() {
        return "mongodb://localhost:" + listening.getLocalPort() + "/?retryWrites=false";
    }

    void breakNext(Break how) {
        next.set(how);
    }

    boolean hasBroken() {
        return next.get() == Break.NEVER;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket store = new Socket(host, port);
                AtomicBoolean swallow = new AtomicBoolean();
                Thread.ofVirtual().start(() -> forward(client, store, true, swallow));
                Thread.ofVirtual().start(() -> forward(store, client, false, swallow));
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** Forwards whole messages, which begin with their length. */
    private void forward(Socket from, Socket to, boolean requests, AtomicBoolean swallow) {
        try (from;
                to) {
            DataInputStream in = new DataInputStream(from.getInputStream());
            OutputStream out = to.getOutputStream();
            while (true) {
                byte[] message = message(in);
                if (requests && isInsert(message)) {
                    switch (next.getAndSet(Break.NEVER)) {
                        case BEFORE_THE_WRITE -> {
                            return;
                        }
                        case BEFORE_THE_ANSWER -> swallow.set(true);
                        case NEVER -> {}
                    }
                }
                if (!requests && swallow.get()) {
                    return;
                }
                out.write(message);
                out.flush();
            }
        } catch (IOException broken) {
            // The other side went away, as lines do.
        }
    }

    private static boolean isInsert(byte[] message) {
        String text = new String(message, ISO_8859_1);
        return text.contains("insert\0") && text.contains(MongoPages.COLLECTION);
    }

    private static byte[] message(DataInputStream in) throws IOException {
        byte[] head = in.readNBytes(4);
        if (head.length < 4) {
            throw new IOException("the end");
        }
        int length = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt();
        byte[] message = new byte[length];
        System.arraycopy(head, 0, message, 0, 4);
        in.readFully(message, 4, length - 4);
        return message;
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
