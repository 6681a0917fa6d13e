package quartier.support.offer.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
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
import quartier.support.offer.AnswerSupportOffer;
import quartier.support.offer.Decision;
import quartier.support.offer.MakeSupportOffer;
import quartier.support.offer.OfferingSupporter;
import quartier.support.offer.ReadSupportOffers;
import quartier.support.offer.Rules;
import quartier.support.offer.SupportOffer;
import quartier.support.offer.WithdrawSupportOffer;
import quartier.support.supporter.Supporter;
import quartier.support.web.Agents;
import quartier.support.web.ItemPage;
import quartier.support.web.RuleRepresentation;
import tools.jackson.databind.json.JsonMapper;

/** Makes offers and takes them further. */
@RestController
final class OfferController {

    private final Agents agents;
    private final MakeSupportOffer makeOffer;
    private final AnswerSupportOffer answer;
    private final WithdrawSupportOffer withdraw;
    private final ReadSupportOffers read;
    private final Rejections rejections;
    private final JsonMapper json;
    private final Clock clock;

    OfferController(
            Agents agents,
            MakeSupportOffer makeOffer,
            AnswerSupportOffer answer,
            WithdrawSupportOffer withdraw,
            ReadSupportOffers read,
            Rejections rejections,
            JsonMapper json,
            Clock clock) {
        this.agents = agents;
        this.makeOffer = makeOffer;
        this.answer = answer;
        this.withdraw = withdraw;
        this.read = read;
        this.rejections = rejections;
        this.json = json;
        this.clock = clock;
    }

    /** The rules that bind supporters, so that pages can say what stops what. */
    @GetMapping("/v1/rules")
    @AllowedTo(Role.ANYONE)
    ItemPage<RuleRepresentation> rules() {
        return new ItemPage<>(Rules.ALL.stream().map(RuleRepresentation::of).toList(), null);
    }

    @PostMapping("/v1/offers")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<OfferRepresentation> make(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody OfferRequest body) {
        String id = IdempotencyKey.required(key).idFor("support-offer", caller.memberId());
        Supporter supporter = agents.actingFor(caller, body.supporter());
        Instant now = now();
        SupportOffer made = settled(makeOffer.make(new MakeSupportOffer.Request(
                id,
                new OfferingSupporter(supporter.id(), supporter.name(), supporter.publicBody()),
                caller.memberId(),
                body.project(),
                HelpReader.read(body, now),
                IdempotencyKey.fingerprint(json.writeValueAsString(body)),
                now)));
        return ResponseEntity.created(URI.create("/v1/offers/" + made.id())).body(OfferRepresentation.of(made, true));
    }

    /** An accepted offer for everybody, any other for the two parties. */
    @GetMapping("/v1/offers/{id}")
    @AllowedTo(Role.ANYONE)
    OfferRepresentation one(Optional<Caller> caller, @PathVariable String id) {
        SupportOffer offer = read.find(id).orElseThrow(Problem::notFound);
        boolean party = caller.filter(reader -> isParty(reader, offer)).isPresent();
        if (!party && !offer.accepted()) {
            throw Problem.notFound();
        }
        return OfferRepresentation.of(offer, party);
    }

    @PostMapping("/v1/offers/{id}/accept")
    @AllowedTo(Role.MEMBER)
    OfferRepresentation accept(Caller caller, @PathVariable String id) {
        return OfferRepresentation.of(settled(answer.accept(id, caller.memberId(), now())), true);
    }

    @PostMapping("/v1/offers/{id}/decline")
    @AllowedTo(Role.MEMBER)
    OfferRepresentation decline(Caller caller, @PathVariable String id, @Valid @RequestBody DeclineRequest body) {
        return OfferRepresentation.of(settled(answer.decline(id, caller.memberId(), body.reason(), now())), true);
    }

    /** By any agent of the offer's supporter. */
    @PostMapping("/v1/offers/{id}/withdraw")
    @AllowedTo(Role.MEMBER)
    OfferRepresentation withdraw(Caller caller, @PathVariable String id) {
        SupportOffer offer = read.find(id).orElseThrow(Problem::notFound);
        agents.actingFor(caller, offer.supporter().id());
        return OfferRepresentation.of(settled(withdraw.withdraw(id, now())), true);
    }

    private boolean isParty(Caller reader, SupportOffer offer) {
        return reader.isOperator()
                || offer.owner().equals(reader.memberId())
                || agents.isAgent(reader, offer.supporter().id());
    }

    private SupportOffer settled(Decision decision) {
        return switch (decision) {
            case Decision.Changed(SupportOffer offer) -> offer;
            case Decision.Unchanged(SupportOffer offer) -> offer;
            case Decision.Refused(var reason) -> throw rejections.problem(reason);
        };
    }

    /** As precise as the store keeps it, so that a repeated request is answered with the very same time. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
