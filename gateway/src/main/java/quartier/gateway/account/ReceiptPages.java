package quartier.gateway.account;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import quartier.gateway.call.Part;
import quartier.gateway.call.Parts;
import quartier.gateway.catalog.ProjectsById;
import quartier.gateway.page.Downloads;
import quartier.gateway.page.Notices;
import quartier.gateway.pledge.Receipts;
import quartier.gateway.signin.Member;

/** A member's receipts, year by year and one by one, and the declarations of the bodies for which they act. */
@Controller
class ReceiptPages {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int FIRST_YEAR = 2000;

    private final Receipts receipts;
    private final ProjectsById projects;
    private final Downloads downloads;
    private final Parts parts;
    private final Notices notices;
    private final Clock clock;

    ReceiptPages(
            Receipts receipts, ProjectsById projects, Downloads downloads, Parts parts, Notices notices, Clock clock) {
        this.receipts = receipts;
        this.projects = projects;
        this.downloads = downloads;
        this.parts = parts;
        this.notices = notices;
        this.clock = clock;
    }

    @GetMapping("/moi/recus")
    String ofYear(@RequestParam(name = "annee", required = false) @Nullable String year, Member member, Model model) {
        int wanted = yearOf(year);
        var bodies = parts.start(() -> receipts.myBodies(member));
        Part<Receipts.Year> found =
                parts.start(() -> receipts.ofYear(member, wanted)).get();
        model.addAttribute("year", wanted);
        model.addAttribute("thisYear", thisYear());
        model.addAttribute("receipts", found);
        model.addAttribute("bodies", bodies.get());
        model.addAttribute(
                "backed",
                projects.of(
                        member,
                        found.orElse(new Receipts.Year(wanted, List.of())).items().stream()
                                .map(Receipts.Receipt::campaign)));
        return "receipts";
    }

    @GetMapping("/moi/contributions.csv")
    void pledges(Member member, HttpServletResponse response) {
        downloads.send(receiver -> receipts.pledgesFile(member, receiver), response);
    }

    @GetMapping("/contributions/{id:[A-Za-z0-9-]+}/recu.pdf")
    void payment(@PathVariable String id, Member member, HttpServletResponse response) {
        downloads.send(receiver -> receipts.paymentFile(member, id, receiver), response);
    }

    @GetMapping("/contributions/{id:[A-Za-z0-9-]+}/recu-fiscal.pdf")
    void tax(@PathVariable String id, Member member, HttpServletResponse response) {
        downloads.send(receiver -> receipts.taxFile(member, id, receiver), response);
    }

    @PostMapping("/moi/recus/identite/oublier")
    String forget(Member member, RedirectAttributes flash) {
        notices.tell(receipts.forgetIdentity(member), "money.identity.forgotten", flash);
        return "redirect:/moi/recus";
    }

    /** For the body's agents and the operator; the service decides who they are. */
    @GetMapping("/declarations/{body}")
    String declaration(
            @PathVariable String body,
            @RequestParam(name = "annee", required = false) @Nullable String year,
            Member member,
            Model model) {
        int wanted = yearOf(year);
        model.addAttribute("year", wanted);
        model.addAttribute("thisYear", thisYear());
        model.addAttribute("declaration", receipts.declaration(member, body, wanted));
        return "declaration";
    }

    @GetMapping("/declarations/{body}/{year:[0-9]{4}}.csv")
    void declarationFile(
            @PathVariable String body, @PathVariable int year, Member member, HttpServletResponse response) {
        downloads.send(receiver -> receipts.declarationFile(member, body, year, receiver), response);
    }

    private int yearOf(@Nullable String asked) {
        int wanted = asked != null && asked.matches("[0-9]{4}") ? Integer.parseInt(asked) : thisYear();
        return wanted >= FIRST_YEAR && wanted <= thisYear() ? wanted : thisYear();
    }

    private int thisYear() {
        return clock.instant().atZone(PARIS).getYear();
    }
}
