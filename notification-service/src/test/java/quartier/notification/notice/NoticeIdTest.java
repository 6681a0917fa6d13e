package quartier.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NoticeIdTest {

    @Test
    void isTheSameForTheSameFactAndReader() {
        assertThat(NoticeId.of("e1", "m-remi")).isEqualTo(NoticeId.of("e1", "m-remi"));
        assertThat(NoticeId.of("e1", "m-remi")).isNotEqualTo(NoticeId.of("e1", "m-alexis"));
        assertThat(UUID.fromString(NoticeId.of("e1", "m-remi")).version()).isEqualTo(5);
    }

    @Test
    void comesBackFromACursor() {
        var cursor = new NoticeCursor(Instant.parse("2027-03-01T08:00:00.123Z"), "a:b");

        assertThat(NoticeCursor.decoded(cursor.encoded())).contains(cursor);
        assertThat(NoticeCursor.decoded("!")).isEmpty();
        assertThat(NoticeCursor.decoded("bm90LW9uZQ")).isEmpty();
    }
}
