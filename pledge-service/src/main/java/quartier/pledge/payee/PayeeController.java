package quartier.pledge.payee;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;
import quartier.platform.web.Problem.Field;

/** Members register to receive the money of their campaigns, and see how far the check of their identity is. */
@RestController
final class PayeeController {

    private static final int LONGEST_URL = 2_000;

    /** @param returnUrl where the provider sends the payee back to */
    record Registration(@Nullable String returnUrl) {}

    private final Payees payees;

    PayeeController(Payees payees) {
        this.payees = payees;
    }

    /** There is one payee for each member: asked again, it is the same, with a new address of the identity check. */
    @PostMapping("/v1/payees")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<PayeeJson> register(@RequestBody Registration registration, Caller caller) {
        boolean isNew = payees.find(caller.memberId()).isEmpty();
        Payees.Shown shown = payees.register(caller.memberId(), returnUrl(registration.returnUrl()))
                .orElseThrow(() -> new Problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable"));
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK)
                .body(PayeeJson.of(shown.payee(), shown.onboarding()));
    }

    @GetMapping("/v1/me/payee")
    @AllowedTo(Role.MEMBER)
    PayeeJson mine(Caller caller) {
        Optional<Payee> payee = payees.refreshed(caller.memberId());
        return payee.map(known -> PayeeJson.of(known, null)).orElseGet(() -> PayeeJson.unregistered(caller.memberId()));
    }

    private static URI returnUrl(@Nullable String written) {
        if (written == null) {
            throw Problem.ofFields(List.of(Field.of("returnUrl", "required")));
        }
        try {
            URI uri = new URI(written);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web && uri.getHost() != null && written.length() <= LONGEST_URL) {
                return uri;
            }
        } catch (URISyntaxException malformed) {
            // told below
        }
        throw Problem.ofFields(List.of(Field.of("returnUrl", "url")));
    }
}
