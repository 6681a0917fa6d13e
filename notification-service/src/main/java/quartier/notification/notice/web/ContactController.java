package quartier.notification.notice.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import quartier.notification.notice.Contact;
import quartier.notification.notice.Contacts;
import quartier.notification.notice.Operators;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;

@RestController
final class ContactController {

    /** @param newsByEmail left as it is when absent */
    record ContactForm(
            @NotBlank @Size(max = 254) String email,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Pattern(regexp = "fr|en") String language,
            @Nullable Boolean newsByEmail) {}

    record ContactView(String email, String name, String language, boolean newsByEmail) {
        static ContactView of(Contact contact) {
            return new ContactView(contact.email(), contact.name(), contact.language(), contact.newsByEmail());
        }
    }

    private final Contacts contacts;
    private final Operators operators;

    ContactController(Contacts contacts, Operators operators) {
        this.contacts = contacts;
        this.operators = operators;
    }

    @GetMapping("/v1/me/contact")
    @AllowedTo(Role.MEMBER)
    ContactView contact(Caller caller) {
        return contacts.find(caller.memberId()).map(ContactView::of).orElseThrow(Problem::notFound);
    }

    /** Only the address that the identity provider verified is taken: nobody has somebody else mailed. */
    @PutMapping("/v1/me/contact")
    @AllowedTo(Role.MEMBER)
    ContactView save(Caller caller, @Valid @RequestBody ContactForm form) {
        if (!form.email().equalsIgnoreCase(caller.email())) {
            throw Problem.ofFields(List.of(Problem.Field.of("email", "not-your-address")));
        }
        if (form.name().codePoints().anyMatch(Character::isISOControl)) {
            throw new Problem(HttpStatus.BAD_REQUEST, "malformed-request");
        }
        Boolean wanted = form.newsByEmail();
        boolean newsByEmail = wanted != null
                ? wanted
                : contacts.find(caller.memberId()).map(Contact::newsByEmail).orElse(true);
        var contact = new Contact(caller.memberId(), form.email(), form.name(), form.language(), newsByEmail);
        contacts.save(contact);
        operators.keep(caller.memberId(), caller.isOperator());
        return ContactView.of(contact);
    }
}
