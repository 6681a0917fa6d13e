package quartier.catalog.meetup.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import quartier.catalog.meetup.Grounds;
import quartier.catalog.meetup.ICalendar;
import quartier.catalog.meetup.Meetup;
import quartier.catalog.meetup.Meetups;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;

/** Meetups for calendars: one, or all that are to come in a territory. */
@RestController
class CalendarController {

    private static final int MOST = 200;
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Meetups meetups;
    private final Grounds grounds;
    private final Clock clock;

    CalendarController(Meetups meetups, Grounds grounds, Clock clock) {
        this.meetups = meetups;
        this.grounds = grounds;
        this.clock = clock;
    }

    @GetMapping("/v1/meetups/{id}/calendar")
    @AllowedTo(Role.ANYONE)
    ResponseEntity<String> one(@PathVariable String id, Locale locale) {
        Meetup meetup = meetups.find(id).orElseThrow(Problem::notFound);
        return calendar(meetup.slug(), meetup.form().title(), List.of(meetup), locale);
    }

    /** Cancelled ones too: a calendar that has them is to know. */
    @GetMapping("/v1/territories/{id}/calendar")
    @AllowedTo(Role.ANYONE)
    ResponseEntity<String> feed(@PathVariable String id, Locale locale) {
        List<String> path = grounds.pathOf(id).orElseThrow(Problem::notFound);
        return calendar(id, "Quartier · " + id, meetups.coming(path, clock.instant(), MOST), locale);
    }

    private ResponseEntity<String> calendar(String file, String name, List<Meetup> some, Locale locale) {
        boolean english = "en".equals(locale.getLanguage());
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + file + ".ics\"")
                .body(ICalendar.of(name, some, english, clock.instant()));
    }
}
