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
import quartier.gateway.call.Parts;
import quartier.gateway.page.NotFound;
import quartier.gateway.page.Notices;
import quartier.gateway.pledge.Operations;
import quartier.gateway.signin.Member;

/** What the operator looks after, on one page; each part may be missing without losing the others. */
@Controller
class OperationPages {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Duration USUAL = Duration.ofDays(7);
    private static final String HERE = "redirect:/exploitation";

    private final Operations operations;
    private final Parts parts;
    private final Notices notices;
    private final Clock clock;

    OperationPages(Operations operations, Parts parts, Notices notices, Clock clock) {
        this.operations = operations;
        this.parts = parts;
        this.notices = notices;
        this.clock = clock;
    }

    @GetMapping("/exploitation")
    String overview(
            @RequestParam(name = "suite", required = false) @Nullable String cursor, Member member, Model model) {
        operatorOnly(member);
        var run = parts.start(() -> operations.run(member, cursor));
        var refunds = parts.start(() -> operations.refunds(member, "failed"));
        var cash = parts.start(() -> operations.refunds(member, "cash"));
        var payouts = parts.start(() -> operations.failedPayouts(member));
        var disputes = parts.start(() -> operations.disputes(member));
        var reviews = parts.start(() -> operations.reviews(member));
        var reconciliation = parts.start(() -> operations.reconciliation(member));
        var audit = parts.start(() -> operations.audit(member));
        model.addAttribute("run", run.get());
        model.addAttribute("refunds", refunds.get());
        model.addAttribute("cash", cash.get());
        model.addAttribute("payouts", payouts.get());
        model.addAttribute("disputes", disputes.get());
        model.addAttribute("reviews", reviews.get());
        model.addAttribute("reconciliation", reconciliation.get());
        model.addAttribute("audit", audit.get());
        return "operation";
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
        model.addAttribute("until", until);
        model.addAttribute("forecasts", operations.forecast(member, end, cursor));
        return "operation-forecast";
    }

    @GetMapping("/exploitation/remboursements/{campaign}/{refund}")
    String account(@PathVariable String campaign, @PathVariable String refund, Member member, Model model) {
        operatorOnly(member);
        model.addAttribute("campaign", campaign);
        model.addAttribute("refund", refund);
        model.addAttribute("account", operations.account(member, campaign, refund));
        return "operation-refund";
    }

    @PostMapping("/exploitation/pause")
    String pause(
            @RequestParam(name = "collecte", defaultValue = "") String campaign,
            Member member,
            RedirectAttributes flash) {
        var answer = operations.post(member, which(campaign), "/v1/settlement/pause");
        return told(answer, "operation.paused", flash);
    }

    @PostMapping("/exploitation/reprendre")
    String resume(
            @RequestParam(name = "collecte", defaultValue = "") String campaign,
            Member member,
            RedirectAttributes flash) {
        var answer = operations.post(member, which(campaign), "/v1/settlement/resume");
        return told(answer, "operation.resumed", flash);
    }

    @PostMapping("/exploitation/remboursements/{campaign}/{refund}/reessayer")
    String retryRefund(
            @PathVariable String campaign, @PathVariable String refund, Member member, RedirectAttributes flash) {
        var answer =
                operations.post(member, Map.of(), "/v1/campaigns/{campaign}/refunds/{refund}/retry", campaign, refund);
        return told(answer, "operation.retried", flash);
    }

    @PostMapping("/exploitation/remboursements/{campaign}/{refund}/main")
    String refundByHand(
            @PathVariable String campaign,
            @PathVariable String refund,
            @RequestParam(defaultValue = "") String reference,
            Member member,
            RedirectAttributes flash) {
        var answer = operations.post(
                member,
                Map.of("reference", reference),
                "/v1/campaigns/{campaign}/refunds/{refund}/by-hand",
                campaign,
                refund);
        return told(answer, "operation.byHand", flash);
    }

    @PostMapping("/exploitation/versements/{campaign}/{payout}/reessayer")
    String retryPayout(
            @PathVariable String campaign, @PathVariable String payout, Member member, RedirectAttributes flash) {
        var answer =
                operations.post(member, Map.of(), "/v1/campaigns/{campaign}/payouts/{payout}/retry", campaign, payout);
        return told(answer, "operation.retried", flash);
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

    @PostMapping("/exploitation/contestations/{dispute}/{result}")
    String decide(@PathVariable String dispute, @PathVariable String result, Member member, RedirectAttributes flash) {
        String word = one(result, Map.of("gagnee", "won", "perdue", "lost"));
        var answer = operations.post(member, Map.of(), "/v1/disputes/{dispute}/{result}", dispute, word);
        return told(answer, "operation.decided", flash);
    }

    @PostMapping("/exploitation/examens/{pledge}/{result}")
    String review(@PathVariable String pledge, @PathVariable String result, Member member, RedirectAttributes flash) {
        String word = one(result, Map.of("valider", "clear", "refuser", "refuse"));
        var answer = operations.post(member, Map.of(), "/v1/reviews/{pledge}/{result}", pledge, word);
        return told(answer, "operation.decided", flash);
    }

    @PostMapping("/exploitation/audit")
    String audit(Member member, RedirectAttributes flash) {
        return told(operations.post(member, Map.of(), "/v1/audit"), "operation.audited", flash);
    }

    private String told(Answer<?> answer, String done, RedirectAttributes flash) {
        notices.tell(answer, done, flash);
        return HERE;
    }

    private static Map<String, String> which(String campaign) {
        return campaign.isBlank() ? Map.of() : Map.of("campaign", campaign);
    }

    private static String one(String asked, Map<String, String> words) {
        String word = words.get(asked);
        if (word == null) {
            throw new NotFound();
        }
        return word;
    }

    /** A courtesy: the services check it themselves. */
    private static void operatorOnly(Member member) {
        if (!member.isOperator()) {
            throw new NotFound();
        }
    }

    private LocalDate dayOf(@Nullable String day) {
        try {
            if (day != null && !day.isBlank()) {
                return LocalDate.parse(day);
            }
        } catch (DateTimeParseException noDay) {
            // Whoever types something else sees the usual week.
        }
        return clock.instant().plus(USUAL).atZone(PARIS).toLocalDate();
    }
}
