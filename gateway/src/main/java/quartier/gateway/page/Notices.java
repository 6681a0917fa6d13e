package quartier.gateway.page;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import quartier.gateway.call.Answer;

/** Tells on the next page what came of a small command that has no form to keep. */
@Component
public class Notices {

    private final MessageSource messages;

    Notices(MessageSource messages) {
        this.messages = messages;
    }

    /** {@code done} is a message key; a refusal speaks for itself. */
    public void tell(Answer<?> answer, String done, RedirectAttributes flash) {
        switch (answer) {
            case Answer.Done<?> ok -> flash.addFlashAttribute("notice", done);
            case Answer.Refused<?>(var refusal) ->
                flash.addFlashAttribute("problems", FormProblems.of(refusal, messages));
        }
    }
}
