package quartier.prove;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiPredicate;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import quartier.system.Answer;
import quartier.system.Pause;
import quartier.system.Replica;

/**
 * Members who pledge through the public API, each request until it is answered: one whose connection broke, or that was
 * told to come later, is sent again under its key.
 */
final class Crowd {

    private static final Duration BEFORE_AGAIN = Duration.ofMillis(50);
    private static final int AT_ONCE = 32;
    private static final String PLEDGES = "/v1/pledges";

    /**
     * What a request was answered.
     *
     * @param pledge its id; the problem's name when it was refused
     * @param state empty when it was refused
     */
    record Reply(String pledge, String state, long amountMinorUnits) {

        static final String CONFIRMED = "confirmed";
        private static final String PENDING = "pending";

        boolean isConfirmed() {
            return state.equals(CONFIRMED);
        }

        boolean isPending() {
            return state.equals(PENDING);
        }

        boolean isRefused() {
            return state.isEmpty();
        }
    }

    private final String campaign;
    private final long seed;
    private final Map<Long, Reply> replies = new ConcurrentHashMap<>();
    private final LongAdder brokenOff = new LongAdder();

    Crowd(String campaign, long seed) {
        this.campaign = campaign;
        this.seed = seed;
    }

    /** First answers by the requests' numbers. */
    Map<Long, Reply> replies() {
        return replies;
    }

    List<Reply> confirmed() {
        return replies.values().stream().filter(Reply::isConfirmed).toList();
    }

    /** How many requests were not answered, and sent again. */
    long brokenOff() {
        return brokenOff.sum();
    }

    /** Sends the request to the first of these, and where that breaks to the next. */
    Reply pledge(long number, List<Replica> replicas) {
        int turn = 0;
        while (true) {
            try {
                Answer answer = ask(number, replicas.get(turn++ % replicas.size()));
                if (answer.status() < 500) {
                    Reply reply = reply(number, answer);
                    replies.putIfAbsent(number, reply);
                    return reply;
                }
            } catch (IOException unknown) {
                brokenOff.increment();
            }
            Pause.of(BEFORE_AGAIN);
        }
    }

    /** Asks again until the bank's answer to every payment is known, and keeps that instead. */
    void resolve(Replica replica) {
        replies.forEach((number, reply) -> {
            Reply now = reply;
            while (now.isPending()) {
                Pause.of(BEFORE_AGAIN);
                now = pledge(number, List.of(replica));
            }
            replies.put(number, now);
        });
    }

    /** Of these requests, how many are answered by this replica so that it fits what they were answered first. */
    long countSame(List<Long> numbers, Replica replica, BiPredicate<Reply, Reply> fits) {
        Crowd again = new Crowd(campaign, seed);
        each(new AtomicLong(), i -> i < numbers.size(), i -> again.pledge(numbers.get((int) i), List.of(replica)));
        return numbers.stream()
                .filter(number -> fits.test(reply(replies, number), reply(again.replies, number)))
                .count();
    }

    private static Reply reply(Map<Long, Reply> replies, Long number) {
        return Objects.requireNonNull(replies.get(number));
    }

    private Answer ask(long number, Replica replica) throws IOException {
        Wish wish = Wish.of(seed, number);
        return replica.post(wish.login(), wish.key(), PLEDGES, wish.json(campaign));
    }

    private Reply reply(long number, Answer answer) {
        return answer.status() < 300
                ? new Reply(
                        answer.at("/id"),
                        answer.at("/state"),
                        Wish.of(seed, number).amountMinorUnits())
                : new Reply(answer.problem(), "", 0);
    }

    /** Many at once, each taking the next number as long as there is one. */
    static void each(AtomicLong next, LongPredicate goesOn, LongConsumer request) {
        try (ExecutorService members = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                all.add(members.submit(() -> {
                    for (long number = next.getAndIncrement(); goesOn.test(number); number = next.getAndIncrement()) {
                        request.accept(number);
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the crowd could not go on", failed.getCause());
        }
    }
}
