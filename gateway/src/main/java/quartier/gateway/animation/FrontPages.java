package quartier.gateway.animation;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import quartier.gateway.call.Answer;
import quartier.gateway.call.Refusal;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.catalog.FrontPage;
import quartier.gateway.catalog.Meetups;
import quartier.gateway.catalog.ProjectSearch;
import quartier.gateway.catalog.Territory;
import quartier.gateway.page.FormProblems;
import quartier.gateway.page.NotFound;
import quartier.gateway.signin.Member;

/** Where a territory's staff say which themes and projects stand in front, and when. */
@Controller
class FrontPages {

    private static final int MOST = 100;

    private final Catalog catalog;
    private final Meetups meetups;
    private final MessageSource messages;

    FrontPages(Catalog catalog, Meetups meetups, MessageSource messages) {
        this.catalog = catalog;
        this.meetups = meetups;
        this.messages = messages;
    }

    @GetMapping("/animation/une/{territory}")
    String read(@PathVariable String territory, Member member, Model model) {
        FrontPage page = meetups.frontPage(member, territory);
        return shown(territory, FrontForm.of(page), FormProblems.none(), member, model);
    }

    @PostMapping("/animation/une/{territory}")
    String arrange(
            @PathVariable String territory,
            @ModelAttribute FrontForm form,
            Member member,
            Model model,
            RedirectAttributes flash) {
        if (!form.isReadable()) {
            FormProblems unreadable = FormProblems.ours("form.wrong.title", "front.wrong", messages);
            return shown(territory, form, unreadable, member, model);
        }
        return switch (meetups.arrange(member, territory, form.versionOrZero(), form.body())) {
            case Answer.Done<FrontPage> done -> {
                flash.addFlashAttribute("notice", "front.arranged");
                yield "redirect:/" + territory;
            }
            case Answer.Refused<FrontPage>(Refusal refusal) ->
                shown(territory, form, FormProblems.of(refusal, messages), member, model);
        };
    }

    private String shown(String territory, FrontForm form, FormProblems problems, Member member, Model model) {
        Territory place = catalog.territory(territory).orElseThrow(NotFound::new);
        model.addAttribute("place", place);
        model.addAttribute("themes", place.themes());
        model.addAttribute(
                "projects",
                List.copyOf(catalog.projects(member, ProjectSearch.in(territory, null, MOST))
                        .items()));
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "animation-front";
    }
}
