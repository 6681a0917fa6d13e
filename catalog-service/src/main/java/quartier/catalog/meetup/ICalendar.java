package quartier.catalog.meetup;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Meetups as calendars read them (RFC 5545): times in UTC, texts escaped, lines of at most 75 octets that never cut a
 * character. A meetup keeps its UID for ever; SEQUENCE grows with what the staff change, so that a calendar knows what is
 * newer.
 */
public final class ICalendar {

    private static final int OCTETS = 75;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private ICalendar() {}

    /**
     * @param english whether titles and texts are wanted in English, where there are any
     * @param now when the calendar was made
     */
    public static String of(String name, List<Meetup> meetups, boolean english, Instant now) {
        StringBuilder out = new StringBuilder();
        line(out, "BEGIN:VCALENDAR");
        line(out, "VERSION:2.0");
        line(out, "PRODID:-//Quartier//catalog-service//FR");
        line(out, "CALSCALE:GREGORIAN");
        line(out, "METHOD:PUBLISH");
        line(out, "NAME:" + escaped(name));
        line(out, "X-WR-CALNAME:" + escaped(name));
        meetups.forEach(meetup -> event(out, meetup, english, now));
        line(out, "END:VCALENDAR");
        return out.toString();
    }

    private static void event(StringBuilder out, Meetup meetup, boolean english, Instant now) {
        MeetupForm form = meetup.form();
        String title = english && form.titleEn() != null ? form.titleEn() : form.title();
        String text = english && form.textEn() != null ? form.textEn() : form.text();
        line(out, "BEGIN:VEVENT");
        line(out, "UID:" + meetup.id() + "@quartier");
        line(out, "DTSTAMP:" + STAMP.format(now));
        line(out, "CREATED:" + STAMP.format(meetup.createdAt()));
        line(out, "SEQUENCE:" + (meetup.edition() - 1));
        line(out, "DTSTART:" + STAMP.format(form.startsAt()));
        line(out, "DTEND:" + STAMP.format(form.endsAt()));
        line(out, "SUMMARY:" + escaped(title));
        line(out, "DESCRIPTION:" + escaped(text));
        line(out, "LOCATION:" + escaped(form.place()));
        line(out, "STATUS:" + (meetup.cancelled() == null ? "CONFIRMED" : "CANCELLED"));
        line(out, "END:VEVENT");
    }

    static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\r\n|\r|\n", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    /** A line goes on after CRLF and a space, which count too. */
    private static void line(StringBuilder out, String content) {
        int octets = 0;
        for (int at = 0; at < content.length(); ) {
            String character = Character.toString(content.codePointAt(at));
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > OCTETS) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(character);
            octets += size;
            at += character.length();
        }
        out.append("\r\n");
    }
}
