package quartier.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    @Test
    void writersThatArriveDuringACommitShareTheNext() throws Exception {
        var commits = new AtomicInteger();
        var firstCommitRuns = new CountDownLatch(1);
        var firstCommitMayEnd = new CountDownLatch(1);
        var group = new GroupCommit(() -> {
            if (commits.incrementAndGet() == 1) {
                firstCommitRuns.countDown();
                await(firstCommitMayEnd);
            }
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = new ArrayList<>();
            answers.add(threads.submit(() -> group.afterCommit(() -> "first")));
            await(firstCommitRuns);
            for (int i = 0; i < 50; i++) {
                answers.add(threads.submit(() -> group.afterCommit(() -> "later")));
            }
            firstCommitMayEnd.countDown();
            for (var answer : answers) {
                assertThat(answer.get()).isNotNull();
            }
        }
        assertThat(commits).hasValueBetween(2, 50);
    }

    @Test
    void neverCommitsWhileAWriteIsHalfDone() throws Exception {
        var halfDone = new AtomicInteger();
        var tornCommits = new AtomicInteger();
        var group = new GroupCommit(() -> tornCommits.addAndGet(halfDone.get()));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 1_000; i++) {
                var _ = threads.submit(() -> group.afterCommit(() -> {
                    halfDone.incrementAndGet();
                    Thread.onSpinWait();
                    return halfDone.decrementAndGet();
                }));
            }
        }
        assertThat(tornCommits).hasValue(0);
    }

    @Test
    void commitsWhatAFailedCommandHasWritten() {
        var commits = new AtomicInteger();
        var group = new GroupCommit(commits::incrementAndGet);
        assertThatThrownBy(() -> group.afterCommit(() -> {
                    throw new IllegalStateException("a duplicate among many");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(commits).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
