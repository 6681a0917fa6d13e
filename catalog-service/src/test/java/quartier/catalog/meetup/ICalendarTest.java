package quartier.catalog.meetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ICalendarTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:30:15Z");
    private static final Instant STARTS = Instant.parse("2026-12-03T17:30:00Z");

    @Test
    void writesAMeetupInUtcWithAStableIdAndTheStaffsSequence() {
        assertThat(calendar(meetup("Café; des, projets\\", "Une ligne\r\nune autre")))
                .contains(
                        "UID:m1@quartier\r\n",
                        "DTSTAMP:20261123T093015Z\r\n",
                        "DTSTART:20261203T173000Z\r\n",
                        "DTEND:20261203T193000Z\r\n",
                        "SEQUENCE:2\r\n",
                        "SUMMARY:Café\\; des\\, projets\\\\\r\n",
                        "DESCRIPTION:Une ligne\\nune autre\r\n",
                        "STATUS:CONFIRMED\r\n");
    }

    @Test
    void foldsLinesWithoutCuttingACharacter() {
        String text = "é😀x".repeat(60);

        String calendar = calendar(meetup("T", text));

        assertThat(calendar.split("\r\n", -1))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(calendar.replace("\r\n ", "")).contains("DESCRIPTION:" + text + "\r\n");
    }

    @Test
    void letsNobodyAddALineOfTheirOwn() {
        assertThat(calendar(meetup("Fin\nEND:VEVENT\u0007", "T")))
                .contains("SUMMARY:Fin\\nEND:VEVENT\r\n")
                .containsOnlyOnce("\r\nEND:VEVENT");
    }

    private static String calendar(Meetup meetup) {
        return ICalendar.of("Lyon", List.of(meetup), false, NOW);
    }

    private static Meetup meetup(String title, String text) {
        var form = new MeetupForm("lyon", title, null, text, null, "Ici", STARTS, STARTS.plusSeconds(7200), 3);
        return new Meetup("m1", 7, 3, "cafe", form, List.of("lyon"), List.of(), null, null, NOW, "f");
    }
}
