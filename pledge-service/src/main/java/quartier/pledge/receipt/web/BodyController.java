package quartier.pledge.receipt.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;
import quartier.pledge.receipt.Bodies;
import quartier.pledge.receipt.Body;
import quartier.pledge.receipt.Contributions;

/** The bodies that gave a mandate, and whom each campaign's money is for. */
@RestController
final class BodyController {

    /** All there are: an operator knows each of them, and they are few. */
    record BodiesJson(List<BodyJson> items) {}

    record BeneficiaryForm(@Nullable String body) {}

    private final Bodies bodies;
    private final Contributions contributions;

    BodyController(Bodies bodies, Contributions contributions) {
        this.bodies = bodies;
        this.contributions = contributions;
    }

    @GetMapping("/v1/receipt-bodies")
    @AllowedTo(Role.OPERATOR)
    BodiesJson list() {
        return new BodiesJson(bodies.all().stream().map(BodyJson::of).toList());
    }

    @GetMapping("/v1/receipt-bodies/{body}")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<BodyJson> show(@PathVariable String body, Caller caller) {
        Body found = bodies.find(body).orElseThrow(Problem::notFound);
        if (!caller.isOperator() && !found.agents().contains(caller.memberId())) {
            throw Problem.notFound();
        }
        return shown(HttpStatus.OK, found);
    }

    /** Registers a body without If-Match, changes one with it. Receipts that were issued do not change. */
    @PutMapping("/v1/receipt-bodies/{body}")
    @AllowedTo(Role.OPERATOR)
    ResponseEntity<BodyJson> put(
            @PathVariable String body,
            @RequestBody BodyForm form,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        if (!body.matches("[a-z0-9][a-z0-9-]{0,59}")) {
            throw Problem.ofFields(List.of(Problem.Field.of("body", "slug")));
        }
        boolean known = bodies.find(body).isPresent();
        if (known && ifMatch == null) {
            throw new Problem(HttpStatus.PRECONDITION_REQUIRED, "precondition-required");
        }
        Body wanted = form.validated(body, version(ifMatch) + 1);
        if (!bodies.store(wanted)) {
            throw new Problem(HttpStatus.PRECONDITION_FAILED, "precondition-failed");
        }
        return shown(known ? HttpStatus.OK : HttpStatus.CREATED, wanted);
    }

    @GetMapping("/v1/campaigns/{campaign}/beneficiary")
    @AllowedTo(Role.ANYONE)
    BodyJson.Beneficiary beneficiary(@PathVariable String campaign) {
        return BodyJson.Beneficiary.of(campaign, bodies.ofCampaign(campaign).orElseThrow(Problem::notFound));
    }

    /** Said once: backers gave because of it. */
    @PutMapping("/v1/campaigns/{campaign}/beneficiary")
    @AllowedTo(Role.OPERATOR)
    BodyJson.Beneficiary assign(@PathVariable String campaign, @RequestBody BeneficiaryForm form) {
        if (contributions.statement(campaign).isEmpty()) {
            throw Problem.notFound();
        }
        String wanted = form.body() == null ? "" : form.body();
        Body body = bodies.find(wanted)
                .orElseThrow(() -> Problem.ofFields(List.of(Problem.Field.of("body", "unknown-body"))));
        if (!bodies.assign(campaign, body.id())) {
            throw new Problem(HttpStatus.CONFLICT, "beneficiary-is-another");
        }
        return BodyJson.Beneficiary.of(campaign, body);
    }

    /** 0 without the header; a version that never was when the header names none of ours. */
    private static long version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            return 0;
        }
        String digits = ifMatch.strip().replaceAll("^(W/)?\"|\"$", "");
        return digits.matches("[1-9]\\d{0,17}") ? Long.parseLong(digits) : Long.MAX_VALUE - 1;
    }

    private static ResponseEntity<BodyJson> shown(HttpStatus status, Body body) {
        return ResponseEntity.status(status).eTag("\"" + body.version() + "\"").body(BodyJson.of(body));
    }
}
