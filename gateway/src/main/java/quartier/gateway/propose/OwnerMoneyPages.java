package quartier.gateway.propose;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import quartier.gateway.call.Parts;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.catalog.Project;
import quartier.gateway.page.Downloads;
import quartier.gateway.page.NotFound;
import quartier.gateway.pledge.Pledges;
import quartier.gateway.pledge.Receipts;
import quartier.gateway.signin.Member;

/** A campaign's money for its owner: what is left of it, when it is paid out, what is owed to lenders; and to take away. */
@Controller
class OwnerMoneyPages {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Catalog catalog;
    private final Pledges pledges;
    private final Receipts receipts;
    private final Downloads downloads;
    private final Parts parts;
    private final Clock clock;

    OwnerMoneyPages(
            Catalog catalog, Pledges pledges, Receipts receipts, Downloads downloads, Parts parts, Clock clock) {
        this.catalog = catalog;
        this.pledges = pledges;
        this.receipts = receipts;
        this.downloads = downloads;
        this.parts = parts;
        this.clock = clock;
    }

    @GetMapping("/mes-projets/{id}/comptes")
    String accounts(@PathVariable String id, Member member, Model model) {
        Project project = catalog.project(member, id);
        if (project.owner() == null || !member.is(project.owner().id())) {
            throw new NotFound();
        }
        var statement = parts.start(() -> pledges.statement(member, id));
        var payee = parts.start(() -> pledges.payee(member));
        var loans = parts.start(() -> pledges.owedTo(member, id));
        var beneficiary = parts.start(() -> receipts.beneficiary(id));
        var bodies = parts.start(() -> receipts.myBodies(member));
        model.addAttribute("project", project);
        model.addAttribute("statement", statement.get());
        model.addAttribute("payee", payee.get());
        model.addAttribute("loans", loans.get());
        model.addAttribute("beneficiary", beneficiary.get());
        model.addAttribute("bodies", bodies.get());
        model.addAttribute("year", clock.instant().atZone(PARIS).getYear());
        return "owner-money";
    }

    /** The service decides who may: the owner, the territory's staff and the operator. */
    @GetMapping("/mes-projets/{id}/comptes.{ending:csv|ods|pdf}")
    void file(@PathVariable String id, @PathVariable String ending, Member member, HttpServletResponse response) {
        downloads.send(receiver -> pledges.statementFile(member, id, ending, receiver), response);
    }
}
