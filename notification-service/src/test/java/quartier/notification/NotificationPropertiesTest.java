package quartier.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NotificationPropertiesTest {

    private static final NotificationProperties.Mail MAIL = new NotificationProperties.Mail(
            "nobody@example.org",
            "Quartier",
            4,
            Duration.ofMinutes(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            Duration.ofHours(1),
            130);

    @Test
    void doublesThePauseUpToTheLongest() {
        assertThat(MAIL.pauseAfter(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(MAIL.pauseAfter(4)).isEqualTo(Duration.ofSeconds(16));
        assertThat(MAIL.pauseAfter(130)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void buildsAddressesWhateverTheEndOfTheSitesOwn() {
        var properties = new NotificationProperties(URI.create("https://quartier.example/"), "/api/notification", MAIL);

        assertThat(properties.site("/moi")).isEqualTo("https://quartier.example/moi");
        assertThat(properties.api("/v1/x")).isEqualTo("https://quartier.example/api/notification/v1/x");
    }
}
