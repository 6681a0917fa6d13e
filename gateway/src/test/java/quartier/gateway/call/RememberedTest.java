package quartier.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private final Deque<String> answers = new ArrayDeque<>(List.of("first", "second"));

    private final Remembered<String> remembered = new Remembered<>(Duration.ofHours(1), () -> {
        if (answers.isEmpty()) {
            throw new ServiceUnavailable(Service.CATALOG, new IOException("away"));
        }
        return answers.removeFirst();
    });

    @Test
    void asksOnceWhileTheAnswerIsFresh() {
        assertThat(remembered.get()).isEqualTo("first");
        assertThat(remembered.get()).isEqualTo("first");
    }

    @Test
    void asksAgainOnceItWasToldToForget() {
        remembered.get();
        remembered.forget();

        assertThat(remembered.get()).isEqualTo("second");
        assertThat(remembered.get()).isEqualTo("second");
    }

    @Test
    void ratherAnswersWithWhatItForgotThanWithNothing() {
        answers.removeLast();
        remembered.get();
        remembered.forget();

        assertThat(remembered.get()).isEqualTo("first");
    }
}
