package quartier.gateway.city;

import java.util.ArrayList;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import quartier.gateway.call.Answer;
import quartier.gateway.call.Nothing;
import quartier.gateway.call.Refusal;
import quartier.gateway.catalog.AnswerTemplate;
import quartier.gateway.catalog.Offices;
import quartier.gateway.catalog.Reviews;
import quartier.gateway.catalog.Territory;
import quartier.gateway.page.FormProblems;
import quartier.gateway.signin.Member;

/** The words that a territory's reviewers use again and again. */
@Controller
class TemplatePages {

    record Row(
            @Nullable String id,
            @Nullable String decision,
            @Nullable String title,
            @Nullable String fr,
            @Nullable String en) {
        boolean isEmpty() {
            return (title == null || title.isBlank()) && (fr == null || fr.isBlank());
        }
    }

    record TemplatesForm(List<Row> rows, @Nullable String version) {
        TemplatesForm {
            rows = rows == null ? List.of() : List.copyOf(rows);
        }

        long versionOrZero() {
            return version != null && version.matches("\\d{1,18}") ? Long.parseLong(version) : 0;
        }

        List<Map<String, String>> items() {
            List<Map<String, String>> items = new ArrayList<>();
            for (Row row : rows) {
                if (!row.isEmpty()) {
                    items.add(Map.of(
                            "id", row.id() == null || row.id().isBlank() ? "modele-" + (items.size() + 1) : row.id(),
                            "decision", text(row.decision()),
                            "title", text(row.title()),
                            "fr", text(row.fr()),
                            "en", row.en() == null || row.en().isBlank() ? text(row.fr()) : row.en()));
                }
            }
            return items;
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }
    }

    private static final int EMPTY_ROWS = 2;

    private final Offices offices;
    private final Reviews reviews;
    private final Desk desk;
    private final MessageSource messages;

    TemplatePages(Offices offices, Reviews reviews, Desk desk, MessageSource messages) {
        this.offices = offices;
        this.reviews = reviews;
        this.desk = desk;
        this.messages = messages;
    }

    @GetMapping("/{territory:[a-z][a-z0-9-]*}/bureau/reponses")
    String read(@PathVariable String territory, Member member, Model model) {
        Territory place = desk.openToAdmins(territory, member, model);
        List<Row> rows = new ArrayList<>();
        for (AnswerTemplate known : reviews.templates(member, territory)) {
            rows.add(new Row(known.id(), known.decision(), known.title(), known.fr(), known.en()));
        }
        for (int i = 0; i < EMPTY_ROWS; i++) {
            rows.add(new Row(null, "return", null, null, null));
        }
        return page(new TemplatesForm(rows, String.valueOf(place.version())), FormProblems.none(), model);
    }

    @PostMapping("/{territory:[a-z][a-z0-9-]*}/bureau/reponses")
    String write(
            @PathVariable String territory,
            @ModelAttribute TemplatesForm form,
            Member member,
            Model model,
            RedirectAttributes flash) {
        desk.openToAdmins(territory, member, model);
        return switch (offices.templates(member, territory, form.versionOrZero(), form.items())) {
            case Answer.Done<Nothing> done -> {
                flash.addFlashAttribute("notice", "city.saved");
                yield "redirect:/" + territory + "/bureau/reponses";
            }
            case Answer.Refused<Nothing>(Refusal refusal) -> page(form, FormProblems.of(refusal, messages), model);
        };
    }

    private static String page(TemplatesForm form, FormProblems problems, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "city-templates";
    }
}
