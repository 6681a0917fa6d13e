package quartier.gateway.city;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import quartier.gateway.call.ServiceRefused;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.catalog.Offices;
import quartier.gateway.catalog.Project;
import quartier.gateway.catalog.ProjectSearch;
import quartier.gateway.page.Notices;
import quartier.gateway.signin.Member;

/** Projects of other territories that this one supports too. */
@Controller
class CoSupportPages {

    private static final int MOST = 100;

    private final Catalog catalog;
    private final Offices offices;
    private final Desk desk;
    private final Notices notices;

    CoSupportPages(Catalog catalog, Offices offices, Desk desk, Notices notices) {
        this.catalog = catalog;
        this.offices = offices;
        this.desk = desk;
        this.notices = notices;
    }

    @GetMapping("/{territory:[a-z][a-z0-9-]*}/bureau/cosoutiens")
    String list(@PathVariable String territory, Member member, Model model) {
        desk.open(territory, member, model);
        List<Project> shown = catalog.projects(member, ProjectSearch.in(territory, null, MOST))
                .items();
        model.addAttribute(
                "supported",
                shown.stream()
                        .filter(project -> project.coSupports().contains(territory))
                        .toList());
        return "city-cosupport";
    }

    /** @param address of the project's page, or its last part */
    @PostMapping("/{territory:[a-z][a-z0-9-]*}/bureau/cosoutiens")
    String support(
            @PathVariable String territory,
            @RequestParam(name = "projet", defaultValue = "") String address,
            Member member,
            RedirectAttributes flash) {
        String slug =
                address.strip().replaceAll("[?#].*$", "").replaceAll("/+$", "").replaceAll("^.*/", "");
        try {
            Project project = catalog.bySlug(member, slug.isEmpty() ? "-" : slug);
            notices.tell(offices.coSupport(member, project.id(), territory), "city.coSupported", flash);
        } catch (ServiceRefused unknown) {
            flash.addFlashAttribute("notice", "city.coSupport.unknown");
        }
        return "redirect:/" + territory + "/bureau/cosoutiens";
    }

    @PostMapping("/{territory:[a-z][a-z0-9-]*}/bureau/cosoutiens/{project}/fin")
    String end(@PathVariable String territory, @PathVariable String project, Member member, RedirectAttributes flash) {
        notices.tell(offices.endCoSupport(member, project, territory), "city.coSupportEnded", flash);
        return "redirect:/" + territory + "/bureau/cosoutiens";
    }
}
