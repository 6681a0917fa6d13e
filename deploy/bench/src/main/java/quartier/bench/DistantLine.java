package quartier.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * A line to a server that delivers each byte so much later, in each direction, and as many at once as come. It speaks
 * TCP only, so a store is meant that stands alone: a replica set would tell its clients its members' own addresses.
 */
final class DistantLine implements AutoCloseable {

    private static final int CHUNK_BYTES = 64 * 1024;
    /** At a chunk's full size these are 16 MB in one direction of one connection; who sends more waits. */
    private static final int CHUNKS_UNDER_WAY = 256;

    private record Chunk(ByteBuffer bytes, long dueNanos) {}

    private final String host;
    private final int port;
    private final long delayNanos;
    private final ServerSocket server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    private DistantLine(String host, int port, Duration delay) {
        this.host = host;
        this.port = port;
        this.delayNanos = delay.toNanos();
        try {
            this.server = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        Thread.ofVirtual().name("distant-line").start(this::accept);
    }

    static DistantLine to(String uri, Duration delay) {
        URI address = URI.create(uri);
        return new DistantLine(address.getHost(), address.getPort(), delay);
    }

    String uri() {
        return "mongodb://localhost:" + server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket near = server.accept();
                sockets.add(near);
                Socket far = new Socket(host, port);
                sockets.add(far);
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                carry(near, far);
                carry(far, near);
            } catch (IOException closed) {
                // Whoever called finds its connection closed, as over any line that breaks.
                closeAll();
            }
        }
    }

    private void carry(Socket from, Socket to) {
        BlockingQueue<Chunk> underWay = new LinkedBlockingQueue<>(CHUNKS_UNDER_WAY);
        Thread.ofVirtual().start(() -> receive(from, underWay));
        Thread.ofVirtual().start(() -> deliver(underWay, to));
    }

    private void receive(Socket from, BlockingQueue<Chunk> underWay) {
        byte[] buffer = new byte[CHUNK_BYTES];
        try {
            try (InputStream in = from.getInputStream()) {
                int read = in.read(buffer);
                while (read >= 0) {
                    underWay.put(
                            new Chunk(ByteBuffer.wrap(Arrays.copyOf(buffer, read)), System.nanoTime() + delayNanos));
                    read = in.read(buffer);
                }
            } catch (IOException broken) {
                // The other end hears of it below.
            }
            underWay.put(new Chunk(ByteBuffer.allocate(0), System.nanoTime() + delayNanos));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void deliver(BlockingQueue<Chunk> underWay, Socket to) {
        try (OutputStream out = to.getOutputStream()) {
            for (Chunk chunk = underWay.take(); chunk.bytes().hasRemaining(); chunk = underWay.take()) {
                for (long early = chunk.dueNanos() - System.nanoTime(); early > 0; ) {
                    LockSupport.parkNanos(early);
                    early = chunk.dueNanos() - System.nanoTime();
                }
                out.write(chunk.bytes().array());
            }
        } catch (IOException broken) {
            // Its reader sees the same, and ends.
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeAll() {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException alreadyBroken) {
                // Closed all the same.
            }
        }
        sockets.clear();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException alreadyBroken) {
            throw new UncheckedIOException(alreadyBroken);
        }
        closeAll();
    }
}
