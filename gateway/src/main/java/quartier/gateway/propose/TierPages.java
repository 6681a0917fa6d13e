package quartier.gateway.propose;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.page.Notices;
import quartier.gateway.signin.Member;

/** Closing a reward of a running campaign to new backers. Its owner alone may; the catalog decides. */
@Controller
class TierPages {

    private final Catalog catalog;
    private final Notices notices;

    TierPages(Catalog catalog, Notices notices) {
        this.catalog = catalog;
        this.notices = notices;
    }

    @PostMapping("/mes-projets/{id}/contreparties/{tier}/fermer")
    String close(@PathVariable String id, @PathVariable String tier, Member member, RedirectAttributes flash) {
        notices.tell(catalog.closeTier(member, id, tier), "money.tier.closedNow", flash);
        return "redirect:/mes-projets/" + id + "/tableau#contreparties";
    }
}
