package quartier.gateway.campaign;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import quartier.gateway.call.Part;
import quartier.gateway.call.Parts;
import quartier.gateway.catalog.Atlas;
import quartier.gateway.catalog.CallForProjects;
import quartier.gateway.catalog.Calls;
import quartier.gateway.catalog.Carrying;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.catalog.Project;
import quartier.gateway.catalog.Territory;
import quartier.gateway.inkind.Needs;
import quartier.gateway.notification.Count;
import quartier.gateway.notification.Notifications;
import quartier.gateway.page.FormKey;
import quartier.gateway.page.PublicAddress;
import quartier.gateway.page.Structured;
import quartier.gateway.pledge.Campaign;
import quartier.gateway.pledge.Pledges;
import quartier.gateway.signin.Member;
import quartier.gateway.signin.Viewer;
import quartier.gateway.support.MatchFunds;
import quartier.gateway.support.Supporters;

/** A project's page: its story from the catalog, and all that other services know about it, each part on its own. */
@Controller
class CampaignPages {

    private final Catalog catalog;
    private final Atlas atlas;
    private final PublicAddress here;
    private final Structured structured;
    private final Calls calls;
    private final Pledges pledges;
    private final Needs needs;
    private final Supporters supporters;
    private final MatchFunds funds;
    private final Notifications notifications;
    private final Carrying carrying;
    private final Parts parts;
    private final Clock clock;

    CampaignPages(
            Catalog catalog,
            Atlas atlas,
            PublicAddress here,
            Structured structured,
            Calls calls,
            Pledges pledges,
            Needs needs,
            Supporters supporters,
            MatchFunds funds,
            Notifications notifications,
            Carrying carrying,
            Parts parts,
            Clock clock) {
        this.catalog = catalog;
        this.atlas = atlas;
        this.here = here;
        this.structured = structured;
        this.calls = calls;
        this.pledges = pledges;
        this.needs = needs;
        this.supporters = supporters;
        this.funds = funds;
        this.notifications = notifications;
        this.carrying = carrying;
        this.parts = parts;
        this.clock = clock;
    }

    @GetMapping("/projets/{slug}")
    String campaign(@PathVariable String slug, Viewer viewer, Model model) {
        Project project = catalog.bySlug(viewer, slug);
        String id = project.id();
        Supplier<Part<Campaign>> money = parts.start(() -> pledges.campaign(id));
        var backers = parts.start(() -> pledges.backers(id));
        var news = parts.start(() -> catalog.updates(viewer, id));
        var inKind = parts.start(() -> needs.ofProject(id));
        var questions = parts.start(() -> carrying.questions(viewer, id));
        var timeline = parts.start(() -> carrying.timeline(viewer, id));
        var supports = parts.start(() -> supporters.forProject(viewer, id).stream()
                .filter(offer -> offer.is("accepted"))
                .toList());
        String answered = project.call();
        Supplier<Part<CallForProjects>> call = answered == null ? Part::absent : parts.start(() -> calls.one(answered));
        var related = parts.start(() -> project.isPublic() ? atlas.related(id) : List.<Project>of());
        var followers = parts.start(() -> notifications.followers(id));
        Supplier<Part<Boolean>> follows = parts.start(() -> isFollowed(viewer, id));

        model.addAttribute("project", project);
        model.addAttribute("questions", questions.get());
        model.addAttribute("timeline", timeline.get());
        Member member = viewer.member();
        model.addAttribute("carries", member != null && project.isCarriedBy(member.id()));
        model.addAttribute("questionKey", FormKey.fresh());
        model.addAttribute("matchings", matchings(viewer, money.get()));
        model.addAttribute("standing", Standing.of(project, money.get(), clock.instant()));
        model.addAttribute("backers", backers.get());
        model.addAttribute("news", news.get());
        model.addAttribute("needs", inKind.get());
        model.addAttribute("supports", supports.get());
        model.addAttribute("call", call.get());
        model.addAttribute("followers", followers.get().map(Count::count).orElse(0));
        model.addAttribute("followed", follows.get().orElse(false));
        model.addAttribute("territory", territory(project));
        model.addAttribute("related", related.get());
        share(project, model);
        return "campaign";
    }

    /** What is not public has nothing to share but its address. */
    private void share(Project project, Model model) {
        model.addAttribute("address", here.of("/projets/{slug}", project.slug()));
        if (project.isPublic()) {
            model.addAttribute("shared", Shared.of(project, here));
            model.addAttribute("feed", "/fil/projets/" + project.slug() + ".atom");
            model.addAttribute("structured", structured.project(project));
        }
    }

    /** From the link of those who have not signed in: they come back to the page and follow there. */
    @GetMapping("/projets/{slug}/suivre")
    String signInToFollow(@PathVariable String slug, Member member) {
        return "redirect:/projets/" + catalog.bySlug(member, slug).slug();
    }

    @PostMapping("/projets/{slug}/suivre")
    String follow(@PathVariable String slug, Member member, RedirectAttributes flash) {
        var answer = notifications.follow(member, catalog.bySlug(member, slug).id());
        flash.addFlashAttribute("notice", answer.fold(done -> "follow.done", refused -> "follow.failed"));
        return "redirect:/projets/" + slug;
    }

    @PostMapping("/projets/{slug}/ne-plus-suivre")
    String unfollow(@PathVariable String slug, Member member, RedirectAttributes flash) {
        var answer = notifications.unfollow(member, catalog.bySlug(member, slug).id());
        flash.addFlashAttribute("notice", answer.fold(done -> "unfollow.done", refused -> "follow.failed"));
        return "redirect:/projets/" + slug;
    }

    private boolean isFollowed(Viewer viewer, String project) {
        Member member = viewer.member();
        return member != null
                && notifications.follows(member).stream()
                        .anyMatch(follow -> follow.project().id().equals(project));
    }

    /** Each sponsor is asked for at the same time; one that can't be named leaves its numbers standing. */
    private List<Matching> matchings(Viewer viewer, Part<Campaign> known) {
        Campaign campaign = known.getValue();
        if (campaign == null) {
            return List.of();
        }
        var asked = campaign.allowances().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        allowance -> parts.start(() -> funds.fund(viewer, allowance.fund())),
                        (one, same) -> one,
                        LinkedHashMap::new));
        return asked.entrySet().stream()
                .map(entry ->
                        new Matching(entry.getKey(), entry.getValue().get().getValue()))
                .toList();
    }

    private Optional<Territory> territory(Project project) {
        return parts.start(() -> catalog.territory(project.territory())).get().orElse(Optional.empty());
    }
}
