package quartier.local.mail;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The caught messages for people, and as JSON for tests. */
@Controller
class MailPages {

    /** On the page; the JSON has all. */
    private static final int SHOWN = 200;

    private final CaughtMail mail;

    MailPages(CaughtMail mail) {
        this.mail = mail;
    }

    @GetMapping("/mail")
    String list(@RequestParam Optional<String> to, Model model) {
        Optional<String> address = to.filter(given -> !given.isBlank()).map(String::strip);
        List<CaughtMessage> messages = mail.to(address);
        model.addAttribute("messages", messages.stream().limit(SHOWN).toList());
        model.addAttribute("total", messages.size());
        model.addAttribute("to", address.orElse(""));
        return "mail";
    }

    @GetMapping("/mail/{number}")
    String one(@PathVariable long number, Model model) {
        model.addAttribute(
                "message", mail.number(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "message";
    }

    @GetMapping("/mail.json")
    @ResponseBody
    Map<String, List<CaughtMessage>> json(@RequestParam Optional<String> to) {
        return Map.of("items", mail.to(to));
    }
}
