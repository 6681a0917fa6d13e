package quartier.local.store;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * One commit for all that wait for one. Writers that arrive while a commit is under way share the next. A commit never
 * sees half a write: a document and its index entries reach the file together.
 */
final class GroupCommit {

    private final Runnable commit;

    /** Fair, so that a commit waits for the writers who came before it, and takes them along. */
    private final ReadWriteLock writing = new ReentrantReadWriteLock(true);

    private final ReentrantLock committing = new ReentrantLock();

    /** Guarded by {@code writing}'s exclusive half when read, bumped under its shared half. */
    private final AtomicLong written = new AtomicLong();

    private long committed;

    GroupCommit(Runnable commit) {
        this.commit = commit;
    }

    /** Runs the write, and returns or throws what it did once that is committed: a failed command may have written. */
    <T> T afterCommit(Supplier<T> write) {
        long mine;
        writing.readLock().lock();
        try {
            return write.get();
        } finally {
            mine = written.incrementAndGet();
            writing.readLock().unlock();
            awaitCommitOf(mine);
        }
    }

    private void awaitCommitOf(long mine) {
        committing.lock();
        try {
            if (committed >= mine) {
                return;
            }
            writing.writeLock().lock();
            try {
                long upTo = written.get();
                commit.run();
                committed = upTo;
            } finally {
                writing.writeLock().unlock();
            }
        } finally {
            committing.unlock();
        }
    }
}
