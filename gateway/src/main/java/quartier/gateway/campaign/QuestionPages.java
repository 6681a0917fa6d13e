package quartier.gateway.campaign;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import quartier.gateway.catalog.Carrying;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.page.FormKey;
import quartier.gateway.page.Notices;
import quartier.gateway.signin.Member;

/** Asking on a project's page, and answering there. */
@Controller
class QuestionPages {

    private final Catalog catalog;
    private final Carrying carrying;
    private final Notices notices;

    QuestionPages(Catalog catalog, Carrying carrying, Notices notices) {
        this.catalog = catalog;
        this.carrying = carrying;
        this.notices = notices;
    }

    @PostMapping("/projets/{slug}/questions")
    String ask(
            @PathVariable String slug,
            @RequestParam(name = "texte", defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String idempotencyKey,
            Member member,
            RedirectAttributes flash) {
        String id = catalog.bySlug(member, slug).id();
        notices.tell(carrying.ask(member, id, text, FormKey.of(idempotencyKey)), "question.asked", flash);
        return "redirect:/projets/" + slug + "#questions";
    }

    @PostMapping("/projets/{slug}/questions/{question}/reponse")
    String answer(
            @PathVariable String slug,
            @PathVariable String question,
            @RequestParam(name = "texte", defaultValue = "") String text,
            Member member,
            RedirectAttributes flash) {
        String id = catalog.bySlug(member, slug).id();
        notices.tell(carrying.answer(member, id, question, text), "question.answered", flash);
        return "redirect:/projets/" + slug + "#questions";
    }

    @PostMapping("/projets/{slug}/questions/{question}/retirer")
    String remove(@PathVariable String slug, @PathVariable String question, Member member, RedirectAttributes flash) {
        String id = catalog.bySlug(member, slug).id();
        notices.tell(carrying.removeQuestion(member, id, question), "question.removed", flash);
        return "redirect:/projets/" + slug + "#questions";
    }
}
