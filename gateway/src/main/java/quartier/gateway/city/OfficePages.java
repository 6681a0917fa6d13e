package quartier.gateway.city;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import quartier.gateway.call.Answer;
import quartier.gateway.call.Nothing;
import quartier.gateway.call.Part;
import quartier.gateway.call.Parts;
import quartier.gateway.call.Refusal;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.catalog.Offices;
import quartier.gateway.catalog.Reviews;
import quartier.gateway.catalog.Territory;
import quartier.gateway.page.FormProblems;
import quartier.gateway.page.Notices;
import quartier.gateway.signin.Member;

/** The way into the offices, the office of each territory, who works there, and whether it takes part. */
@Controller
class OfficePages {

    /** A new territory as it was typed; the rest is said in its office. */
    record FoundingForm(
            @Nullable String id,
            @Nullable String nameFr,
            @Nullable String nameEn,
            @Nullable String kind,
            @Nullable String parent) {

        static FoundingForm empty() {
            return new FoundingForm(null, null, null, "city", null);
        }

        Map<String, Object> body() {
            String french = nameFr == null ? "" : nameFr.strip();
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("name", Map.of("fr", french, "en", nameEn == null || nameEn.isBlank() ? french : nameEn.strip()));
            body.put("kind", kind == null ? "" : kind);
            if (parent != null && !parent.isBlank()) {
                body.put("parent", parent);
            }
            return body;
        }
    }

    private final Catalog catalog;
    private final Offices offices;
    private final Reviews reviews;
    private final Desk desk;
    private final Parts parts;
    private final Notices notices;
    private final MessageSource messages;

    OfficePages(
            Catalog catalog,
            Offices offices,
            Reviews reviews,
            Desk desk,
            Parts parts,
            Notices notices,
            MessageSource messages) {
        this.catalog = catalog;
        this.offices = offices;
        this.reviews = reviews;
        this.desk = desk;
        this.parts = parts;
        this.notices = notices;
        this.messages = messages;
    }

    @GetMapping("/bureaux")
    String all(Member member, Model model) {
        return all(FoundingForm.empty(), FormProblems.none(), member, model);
    }

    @PostMapping("/bureaux")
    String found(@ModelAttribute FoundingForm form, Member member, Model model, RedirectAttributes flash) {
        String id = form.id() == null || form.id().isBlank() ? "-" : form.id().strip();
        return switch (offices.found(member, id, form.body())) {
            case Answer.Done<Nothing> done -> {
                flash.addFlashAttribute("notice", "city.founded");
                yield "redirect:/" + id + "/bureau";
            }
            case Answer.Refused<Nothing>(Refusal refusal) ->
                all(form, FormProblems.of(refusal, messages), member, model);
        };
    }

    private String all(FoundingForm form, FormProblems problems, Member member, Model model) {
        List<Territory> all = catalog.territories();
        model.addAttribute("all", all);
        model.addAttribute(
                "offices",
                all.stream()
                        .filter(place -> member.moderates(place.path()) || member.animates(place.path()))
                        .toList());
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "city-offices";
    }

    @GetMapping("/{territory:[a-z][a-z0-9-]*}/bureau")
    String office(@PathVariable String territory, Member member, Model model) {
        Territory place = desk.open(territory, member, model);
        boolean moderates = member.moderates(place.path());
        var queue = moderates
                ? parts.start(() -> reviews.queue(member, new Reviews.Filter(territory, null, null, null))
                        .size())
                : (java.util.function.Supplier<Part<Integer>>) Part::absent;
        var reports = moderates
                ? parts.start(() -> reviews.reports(member, territory, "open").size())
                : (java.util.function.Supplier<Part<Integer>>) Part::absent;
        model.addAttribute("waiting", queue.get().getValue());
        model.addAttribute("reported", reports.get().getValue());
        return "city-office";
    }

    @GetMapping("/{territory:[a-z][a-z0-9-]*}/bureau/equipe")
    String staff(@PathVariable String territory, Member member, Model model) {
        desk.openToAdmins(territory, member, model);
        model.addAttribute("staff", offices.staff(member, territory));
        return "city-staff";
    }

    @PostMapping("/{territory:[a-z][a-z0-9-]*}/bureau/participation")
    String stand(
            @PathVariable String territory,
            @RequestParam(name = "version", defaultValue = "0") long version,
            @RequestParam(name = "etat", defaultValue = "") String standing,
            Member member,
            RedirectAttributes flash) {
        notices.tell(offices.stand(member, territory, version, standing), "city.stands", flash);
        return "redirect:/" + territory + "/bureau";
    }
}
