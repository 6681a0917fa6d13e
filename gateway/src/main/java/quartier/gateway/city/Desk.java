package quartier.gateway.city;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import quartier.gateway.catalog.Offices;
import quartier.gateway.catalog.Territory;
import quartier.gateway.page.NotFound;
import quartier.gateway.signin.Member;

/** What all pages of an office need: its territory, and what this member may do there. The catalog decides anyway. */
@Component
class Desk {

    private final Offices offices;

    Desk(Offices offices) {
        this.offices = offices;
    }

    /** @throws NotFound for those who do not work there: an office is nobody else's business */
    Territory open(String id, Member member, Model model) {
        Territory territory = offices.territory(id);
        boolean works = member.moderates(territory.path()) || member.animates(territory.path());
        if (!works) {
            throw new NotFound();
        }
        model.addAttribute("window", territory);
        model.addAttribute("administers", member.administers(territory.path()));
        model.addAttribute("moderates", member.moderates(territory.path()));
        model.addAttribute("animates", member.animates(territory.path()));
        return territory;
    }

    /** @throws NotFound for those who do not administer it */
    Territory openToAdmins(String id, Member member, Model model) {
        Territory territory = open(id, member, model);
        if (!member.administers(territory.path())) {
            throw new NotFound();
        }
        return territory;
    }
}
