package quartier.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * HTTP over connections that are kept, one request after the other on each, with as little work as possible: who asks
 * shares the machine with who answers. It reads what the service writes, and no other HTTP.
 */
final class KeptConnections implements AutoCloseable {

    private static final int BUFFER_BYTES = 8 * 1024;
    private static final int HEXADECIMAL = 16;

    private final URI server;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    KeptConnections(URI server) {
        this.server = server;
    }

    /** The status and the body of the answer. */
    record Answer(int status, String body) {}

    /** @param headers whole lines, each with its end */
    Answer post(String path, String headers, String json) {
        byte[] body = json.getBytes(UTF_8);
        String head = "POST " + path + " HTTP/1.1\r\nHost: " + server.getAuthority()
                + "\r\nContent-Type: application/json\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n";
        byte[] request = (head + json).getBytes(UTF_8);
        try {
            for (Connection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
                try {
                    return ask(kept, request);
                } catch (EOFException closedMeanwhile) {
                    // The same key means the same pledge, so that it can be asked again.
                    kept.close();
                }
            }
            return ask(new Connection(new Socket(server.getHost(), server.getPort())), request);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Answer ask(Connection connection, byte[] request) throws IOException {
        Answer answer = connection.ask(request);
        if (connection.closes) {
            connection.close();
        } else {
            idle.addFirst(connection);
        }
        return answer;
    }

    @Override
    public void close() {
        idle.forEach(Connection::close);
    }

    private static final class Connection {

        private final Socket socket;
        private final InputStream in;
        /** The service has said that this was its last answer here: Tomcat does so after a hundred. */
        private boolean closes;

        Connection(Socket socket) throws IOException {
            this.socket = socket;
            socket.setTcpNoDelay(true);
            this.in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
        }

        Answer ask(byte[] request) throws IOException {
            socket.getOutputStream().write(request);
            int status = Integer.parseInt(line().split(" ", 3)[1]);
            int length = 0;
            boolean chunked = false;
            for (String line = line(); !line.isEmpty(); line = line()) {
                String lower = line.toLowerCase(Locale.ROOT);
                if (lower.startsWith("content-length:")) {
                    length = Integer.parseInt(
                            lower.substring(lower.indexOf(':') + 1).strip());
                }
                closes |= lower.equals("connection: close");
                chunked |= lower.startsWith("transfer-encoding: chunked");
            }
            return new Answer(status, chunked ? chunks() : text(length));
        }

        private String chunks() throws IOException {
            StringBuilder body = new StringBuilder();
            int length;
            do {
                length = Integer.parseInt(line(), HEXADECIMAL);
                body.append(text(length));
                line();
            } while (length > 0);
            return body.toString();
        }

        private String text(int length) throws IOException {
            return new String(in.readNBytes(length), UTF_8);
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new EOFException("the service closed the connection");
                }
                line.append((char) next);
            }
            return line.toString().stripTrailing();
        }

        void close() {
            try {
                socket.close();
            } catch (IOException alreadyBroken) {
                throw new UncheckedIOException(alreadyBroken);
            }
        }
    }
}
