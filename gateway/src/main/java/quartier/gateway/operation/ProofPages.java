package quartier.gateway.operation;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import quartier.gateway.call.Parts;
import quartier.gateway.catalog.ProjectsById;
import quartier.gateway.page.Notices;
import quartier.gateway.pledge.Operations;
import quartier.gateway.signin.Member;

/** What proves that the money is right: the reconciliation with the provider, and the auditor. */
@Controller
class ProofPages {

    private static final Map<String, String> MODES = Map.of("complet", "full", "nouveau", "incremental");

    private final Operations operations;
    private final ProjectsById projects;
    private final Parts parts;
    private final Notices notices;

    ProofPages(Operations operations, ProjectsById projects, Parts parts, Notices notices) {
        this.operations = operations;
        this.projects = projects;
        this.parts = parts;
        this.notices = notices;
    }

    @GetMapping("/exploitation/rapprochement")
    String reconciliation(Member member, Model model) {
        Operators.only(member);
        Operations.Reconciliation reconciliation = operations.reconciliation(member);
        model.addAttribute("reconciliation", reconciliation);
        Stream<String> campaigns = reconciliation.lines().stream()
                .map(Operations.Suspended::campaign)
                .filter(Objects::nonNull);
        model.addAttribute("titles", projects.of(member, campaigns.limit(50)));
        return "operation-reconciliation";
    }

    @PostMapping("/exploitation/rapprochement")
    String reconcile(Member member, RedirectAttributes flash) {
        notices.tell(operations.post(member, Map.of(), "/v1/reconciliation/run"), "money.reconciled", flash);
        return "redirect:/exploitation/rapprochement";
    }

    /** There may have been none yet. */
    @GetMapping("/exploitation/audit")
    String audit(Member member, Model model) {
        Operators.only(member);
        model.addAttribute("audit", parts.start(() -> operations.audit(member)).get());
        return "operation-audit";
    }

    @PostMapping("/exploitation/audit")
    String audit(
            @RequestParam(name = "etendue", defaultValue = "complet") String mode,
            Member member,
            RedirectAttributes flash) {
        notices.tell(operations.beginAudit(member, Operators.one(mode, MODES)), "operation.audited", flash);
        return "redirect:/exploitation/audit";
    }
}
