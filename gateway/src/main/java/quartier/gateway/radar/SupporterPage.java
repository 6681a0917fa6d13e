package quartier.gateway.radar;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import quartier.gateway.call.Part;
import quartier.gateway.call.Parts;
import quartier.gateway.signin.Member;
import quartier.gateway.signin.Viewer;
import quartier.gateway.support.SupportOffer;
import quartier.gateway.support.Supporters;

/** One organisation, and the support that projects accepted from it. */
@Controller
class SupporterPage {

    private final Supporters supporters;
    private final Parts parts;

    SupporterPage(Supporters supporters, Parts parts) {
        this.supporters = supporters;
        this.parts = parts;
    }

    @GetMapping("/soutiens/{id}")
    String supporter(@PathVariable String id, Viewer viewer, Model model) {
        model.addAttribute("supporter", supporters.supporter(viewer, id));
        // Its agents would get the open offers too; those stay on the radar.
        Part<List<SupportOffer>> offers = parts.start(() -> supporters.madeBy(viewer, id).stream()
                        .filter(offer -> offer.is("accepted"))
                        .toList())
                .get();
        model.addAttribute("offers", offers);
        Member member = viewer.member();
        model.addAttribute("acting", member != null && member.organisations().contains(id));
        return "supporter";
    }
}
