package quartier.gateway.animation;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.catalog.Meetup;
import quartier.gateway.catalog.Meetups;
import quartier.gateway.page.FormProblems;
import quartier.gateway.page.NoFrame;
import quartier.gateway.page.NotFound;
import quartier.gateway.page.Notices;
import quartier.gateway.signin.Member;
import quartier.gateway.signin.Viewer;

/** Meetups: what, where, when, how many places, and signing up. */
@Controller
class MeetupPages {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Catalog catalog;
    private final Meetups meetups;
    private final Notices notices;

    MeetupPages(Catalog catalog, Meetups meetups, Notices notices) {
        this.catalog = catalog;
        this.meetups = meetups;
        this.notices = notices;
    }

    @GetMapping("/rencontres")
    String list(
            @RequestParam(name = "territoire", required = false) @Nullable String territory,
            Viewer viewer,
            Model model) {
        if (territory != null && !territory.isBlank()) {
            model.addAttribute("place", catalog.territory(territory).orElseThrow(NotFound::new));
        }
        model.addAttribute("meetups", meetups.coming(viewer, territory));
        return "meetups";
    }

    @GetMapping("/rencontres/{slug}")
    String one(@PathVariable String slug, Viewer viewer, Model model) {
        Meetup meetup = meetups.bySlug(viewer, slug);
        Member member = viewer.member();
        model.addAttribute("meetup", meetup);
        model.addAttribute("place", catalog.territory(meetup.territory()).orElse(null));
        model.addAttribute("leads", member != null && member.animates(meetup.territoryPath()));
        if (!model.containsAttribute("problems")) {
            model.addAttribute("problems", FormProblems.none());
        }
        return "meetup";
    }

    @PostMapping("/rencontres/{slug}/inscription")
    String signUp(@PathVariable String slug, Member member, RedirectAttributes flash) {
        var answer = meetups.signUp(member, meetups.bySlug(member, slug).id());
        notices.tell(
                answer,
                answer.fold(done -> done.isMine("waiting"), no -> false) ? "meetup.waits" : "meetup.comes",
                flash);
        return "redirect:/rencontres/" + slug;
    }

    @PostMapping("/rencontres/{slug}/desinscription")
    String signOff(@PathVariable String slug, Member member, RedirectAttributes flash) {
        notices.tell(meetups.signOff(member, meetups.bySlug(member, slug).id()), "meetup.signedOff", flash);
        return "redirect:/rencontres/" + slug;
    }

    @GetMapping("/rencontres/{slug}/agenda.ics")
    @NoFrame
    ResponseEntity<String> calendar(@PathVariable String slug, Viewer viewer) {
        return calendar(slug, meetups.calendar(meetups.bySlug(viewer, slug).id()));
    }

    /** For calendars that come back to it. */
    @GetMapping("/rencontres.ics")
    @NoFrame
    ResponseEntity<String> feed(@RequestParam(name = "territoire", defaultValue = "") String territory) {
        String known = catalog.territory(territory).orElseThrow(NotFound::new).id();
        return calendar(known, meetups.calendarOf(known));
    }

    private static ResponseEntity<String> calendar(String name, String body) {
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + ".ics\"")
                .body(body);
    }
}
