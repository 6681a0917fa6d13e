package quartier.gateway.operation;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
import quartier.gateway.call.Parts;
import quartier.gateway.call.Refusal;
import quartier.gateway.catalog.Project;
import quartier.gateway.catalog.ProjectsById;
import quartier.gateway.page.FormKey;
import quartier.gateway.page.FormProblems;
import quartier.gateway.pledge.Operations;
import quartier.gateway.pledge.OwnerLoans;
import quartier.gateway.pledge.Pledges;
import quartier.gateway.signin.Member;

/** What owners repay of their loans: the operator enters each transfer that arrived. */
@Controller
class LoanPages {

    private static final String HERE = "/exploitation/prets";
    private static final Pattern NAME = Pattern.compile("[\\w.-]{1,100}");

    private final Operations operations;
    private final Pledges pledges;
    private final ProjectsById projects;
    private final Parts parts;
    private final MessageSource messages;

    LoanPages(Operations operations, Pledges pledges, ProjectsById projects, Parts parts, MessageSource messages) {
        this.operations = operations;
        this.pledges = pledges;
        this.projects = projects;
        this.parts = parts;
        this.messages = messages;
    }

    /** @param typed a campaign's id, or its project's name in addresses */
    @GetMapping(HERE)
    String choose(@RequestParam(name = "collecte", defaultValue = "") String typed, Member member, Model model) {
        Operators.only(member);
        String wanted = typed.strip();
        if (!NAME.matcher(wanted).matches()) {
            model.addAttribute("typed", wanted);
            model.addAttribute("problems", wanted.isEmpty() ? FormProblems.none() : unknown());
            return "operation-loan-choice";
        }
        Project found = projects.of(member, Stream.of(wanted)).get(wanted);
        return redirect(found == null ? wanted : found.id());
    }

    @GetMapping(HERE + "/{campaign}")
    String loans(@PathVariable String campaign, Member member, Model model) {
        Operators.only(member);
        return page(campaign, RepaymentForm.empty(), FormProblems.none(), member, model);
    }

    @PostMapping(HERE + "/{campaign}")
    String receive(
            @PathVariable String campaign,
            @ModelAttribute RepaymentForm form,
            Member member,
            Model model,
            RedirectAttributes flash) {
        Operators.only(member);
        Optional<Operations.Repayment> repayment = form.repayment();
        if (repayment.isEmpty()) {
            FormProblems wrong = FormProblems.ours("checkout.wrong.title", "checkout.wrong.amount", messages);
            return page(campaign, form, wrong, member, model);
        }
        return switch (operations.receiveRepayment(member, campaign, form.idempotencyKey(), repayment.get())) {
            case Answer.Done<OwnerLoans> done -> {
                flash.addFlashAttribute("notice", "money.repayment.entered");
                yield redirect(campaign);
            }
            case Answer.Refused<OwnerLoans>(Refusal refusal) -> {
                RepaymentForm kept = refusal.unknownOutcome() ? form : form.again(FormKey.fresh());
                yield page(campaign, kept, FormProblems.of(refusal, messages), member, model);
            }
        };
    }

    private FormProblems unknown() {
        return FormProblems.ours("checkout.wrong.title", "money.repayment.unknown", messages);
    }

    private static String redirect(String campaign) {
        return "redirect:" + HERE + "/" + campaign;
    }

    private String page(String campaign, RepaymentForm form, FormProblems problems, Member member, Model model) {
        var loans = parts.start(() -> pledges.owedTo(member, campaign));
        model.addAttribute("campaign", campaign);
        model.addAttribute("titles", projects.of(member, Stream.of(campaign)));
        model.addAttribute("loans", loans.get());
        model.addAttribute("form", form);
        if (problems.isPresent() || !model.containsAttribute("problems")) {
            model.addAttribute("problems", problems);
        }
        return "operation-loan";
    }
}
