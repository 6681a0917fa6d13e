package quartier.support.fund.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.IdempotencyKey;
import quartier.platform.web.Problem;
import quartier.support.fund.MoneyReceived;
import quartier.support.fund.ReadFunds;
import quartier.support.fund.SetUpFund;
import quartier.support.fund.Sponsor;
import quartier.support.fund.StewardFund;
import quartier.support.supporter.Supporter;
import quartier.support.web.Agents;
import quartier.support.web.Money;
import tools.jackson.databind.json.JsonMapper;

/** Sets funds up and takes them from draft to end. */
@RestController
final class FundController {

    private final Agents agents;
    private final SetUpFund setUp;
    private final StewardFund steward;
    private final ReadFunds read;
    private final FundRejections rejections;
    private final JsonMapper json;
    private final Clock clock;

    FundController(
            Agents agents,
            SetUpFund setUp,
            StewardFund steward,
            ReadFunds read,
            FundRejections rejections,
            JsonMapper json,
            Clock clock) {
        this.agents = agents;
        this.setUp = setUp;
        this.steward = steward;
        this.read = read;
        this.rejections = rejections;
        this.json = json;
        this.clock = clock;
    }

    /** @param reference of the transfer that brought the money to the payment provider */
    record MoneyRequest(
            @NotBlank @Size(max = 200) String reference,
            @NotNull @Valid Money amount) {}

    @PostMapping("/v1/funds")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<FundRepresentation> setUp(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody FundRequest body) {
        String id = IdempotencyKey.required(key).idFor("match-fund", caller.memberId());
        Supporter supporter = agents.actingFor(caller, body.supporter());
        Instant now = now();
        var made = rejections.settled(setUp.setUp(new SetUpFund.Request(
                id,
                new Sponsor(supporter.id(), supporter.name(), supporter.publicBody()),
                TermsReader.read(body, now),
                caller.memberId(),
                IdempotencyKey.fingerprint(json.writeValueAsString(body)),
                now)));
        return ResponseEntity.created(URI.create("/v1/funds/" + made.id())).body(FundRepresentation.of(made, true));
    }

    /** That the whole budget is with the payment provider. */
    @PostMapping("/v1/funds/{id}/confirm-money")
    @AllowedTo(Role.OPERATOR)
    FundRepresentation confirmMoney(Caller caller, @PathVariable String id, @Valid @RequestBody MoneyRequest body) {
        var money = new MoneyReceived(body.reference(), caller.memberId(), now());
        var amount = body.amount();
        return FundRepresentation.of(
                rejections.settled(steward.confirmMoney(id, amount.amount(), amount.currency(), money)), true);
    }

    @PostMapping("/v1/funds/{id}/open")
    @AllowedTo(Role.MEMBER)
    FundRepresentation open(Caller caller, @PathVariable String id) {
        requireAgent(caller, id);
        return FundRepresentation.of(rejections.settled(steward.open(id)), true);
    }

    /** And with it all its allowances. */
    @PostMapping("/v1/funds/{id}/close")
    @AllowedTo(Role.MEMBER)
    FundRepresentation close(Caller caller, @PathVariable String id) {
        requireAgent(caller, id);
        return FundRepresentation.of(rejections.settled(steward.close(id)), true);
    }

    private void requireAgent(Caller caller, String fund) {
        agents.actingFor(
                caller, read.find(fund).orElseThrow(Problem::notFound).sponsor().id());
    }

    /** As precise as the store keeps it, so that a repeated request is answered with the very same time. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
