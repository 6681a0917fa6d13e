package quartier.gateway.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import quartier.gateway.call.Answer;
import quartier.gateway.call.Listing;
import quartier.gateway.catalog.ProjectsById;
import quartier.gateway.page.Notices;
import quartier.gateway.pledge.Operations;
import quartier.gateway.signin.Member;

/** The settlement run: how far it is, stopping it and letting it go on, and what will settle until a day. */
@Controller
class SettlementPages {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Duration USUAL = Duration.ofDays(7);
    private static final String HERE = "redirect:/exploitation/denouement";

    private final Operations operations;
    private final ProjectsById projects;
    private final Notices notices;
    private final Clock clock;

    SettlementPages(Operations operations, ProjectsById projects, Notices notices, Clock clock) {
        this.operations = operations;
        this.projects = projects;
        this.notices = notices;
        this.clock = clock;
    }

    @GetMapping("/exploitation/denouement")
    String run(@RequestParam(name = "suite", required = false) @Nullable String cursor, Member member, Model model) {
        Operators.only(member);
        Operations.Run run = operations.run(member, cursor);
        model.addAttribute("run", run);
        model.addAttribute("titles", projects.of(member, run.items().stream().map(Operations.CampaignRun::campaign)));
        return "operation-run";
    }

    /** The territory's staff see theirs; the service decides which. */
    @GetMapping("/exploitation/previsions")
    String forecast(
            @RequestParam(name = "jusqu", required = false) @Nullable String day,
            @RequestParam(name = "suite", required = false) @Nullable String cursor,
            Member member,
            Model model) {
        LocalDate until = dayOf(day);
        Instant end = until.plusDays(1).atStartOfDay(PARIS).toInstant();
        Listing<Operations.Forecast> forecasts = operations.forecast(member, end, cursor);
        model.addAttribute("until", until);
        model.addAttribute("forecasts", forecasts);
        model.addAttribute(
                "titles", projects.of(member, forecasts.items().stream().map(Operations.Forecast::campaign)));
        return "operation-forecast";
    }

    @PostMapping("/exploitation/pause")
    String pause(
            @RequestParam(name = "collecte", defaultValue = "") String campaign,
            Member member,
            RedirectAttributes flash) {
        return told(operations.post(member, which(campaign), "/v1/settlement/pause"), "operation.paused", flash);
    }

    @PostMapping("/exploitation/reprendre")
    String resume(
            @RequestParam(name = "collecte", defaultValue = "") String campaign,
            Member member,
            RedirectAttributes flash) {
        return told(operations.post(member, which(campaign), "/v1/settlement/resume"), "operation.resumed", flash);
    }

    @PostMapping("/exploitation/especes/{campaign}")
    String handOver(
            @PathVariable String campaign,
            @RequestParam(defaultValue = "") String reference,
            Member member,
            RedirectAttributes flash) {
        var answer = operations.post(
                member, Map.of("reference", reference), "/v1/campaigns/{campaign}/cash-handover", campaign);
        return told(answer, "operation.handedOver", flash);
    }

    private String told(Answer<?> answer, String done, RedirectAttributes flash) {
        notices.tell(answer, done, flash);
        return HERE;
    }

    private static Map<String, String> which(String campaign) {
        return campaign.isBlank() ? Map.of() : Map.of("campaign", campaign);
    }

    private LocalDate dayOf(@Nullable String day) {
        try {
            if (day != null && !day.isBlank()) {
                return LocalDate.parse(day);
            }
        } catch (DateTimeParseException noDay) {
            // the usual one then
        }
        return clock.instant().plus(USUAL).atZone(PARIS).toLocalDate();
    }
}
