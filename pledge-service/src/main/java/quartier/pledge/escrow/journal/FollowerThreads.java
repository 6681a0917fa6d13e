package quartier.pledge.escrow.journal;

import java.util.ArrayList;
import java.util.List;

/** The threads in which a follower follows. */
final class FollowerThreads implements AutoCloseable {

    private final Follower follower;
    private final List<Thread> threads = new ArrayList<>();

    FollowerThreads(String name, Follower follower, int workers) {
        this.follower = follower;
        for (int worker = 1; worker <= workers; worker++) {
            threads.add(Thread.ofVirtual().name(name + "-" + worker).unstarted(this::run));
        }
    }

    void start() {
        threads.forEach(Thread::start);
    }

    private void run() {
        try {
            while (true) {
                follower.followNext();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        threads.forEach(Stopping::await);
    }
}
