package quartier.inkind.need.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import quartier.inkind.need.Decision;
import quartier.inkind.need.MakeOffer;
import quartier.inkind.need.Need;
import quartier.inkind.need.NeedFilter;
import quartier.inkind.need.NeedKind;
import quartier.inkind.need.NeedPage;
import quartier.inkind.need.Offer;
import quartier.inkind.need.ReadNeeds;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.IdempotencyKey;
import quartier.platform.web.Problem;
import tools.jackson.databind.json.JsonMapper;

@RestController
final class NeedController {

    private final ReadNeeds read;
    private final MakeOffer makeOffer;
    private final Rejections rejections;
    private final JsonMapper json;
    private final Clock clock;

    NeedController(ReadNeeds read, MakeOffer makeOffer, Rejections rejections, JsonMapper json, Clock clock) {
        this.read = read;
        this.makeOffer = makeOffer;
        this.rejections = rejections;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping("/v1/needs")
    @AllowedTo(Role.ANYONE)
    ItemPage<NeedRepresentation> list(
            @RequestParam @Nullable String project,
            @RequestParam @Nullable String territory,
            @RequestParam @Nullable String kind,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = Limits.DEFAULT) int limit) {
        return page(read.list(new NeedFilter(
                blankToNull(project),
                blankToNull(territory),
                kind(blankToNull(kind)),
                open,
                null,
                null,
                Cursors.read(cursor),
                Limits.checked(limit))));
    }

    @GetMapping("/v1/me/needs")
    @AllowedTo(Role.MEMBER)
    ItemPage<NeedRepresentation> ofMyProjects(
            Caller caller,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = Limits.DEFAULT) int limit) {
        return page(read.list(NeedFilter.ofOwner(caller.memberId(), Cursors.read(cursor), Limits.checked(limit))));
    }

    @GetMapping("/v1/needs/{id}")
    @AllowedTo(Role.ANYONE)
    ResponseEntity<NeedRepresentation> one(@PathVariable String id) {
        var found = read.find(id).orElseThrow(Problem::notFound);
        return ResponseEntity.ok().eTag("\"" + found.version() + "\"").body(NeedRepresentation.of(found.need()));
    }

    @GetMapping("/v1/needs/{id}/offers")
    @AllowedTo(Role.MEMBER)
    ItemPage<OfferRepresentation> offers(Caller caller, @PathVariable String id) {
        Need need = read.find(id).orElseThrow(Problem::notFound).need();
        return new ItemPage<>(
                ReadNeeds.offersSeenBy(caller.memberId(), need).stream()
                        .map(commitment -> OfferRepresentation.of(need, commitment))
                        .toList(),
                null);
    }

    @PostMapping("/v1/needs/{id}/offers")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<OfferRepresentation> offer(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody OfferRequest body) {
        var offer = new Offer(
                Offer.id(id, IdempotencyKey.required(key).idFor("offer", caller.memberId())),
                caller.memberId(),
                caller.name(),
                body.quantity(),
                body.message(),
                body.contact(),
                IdempotencyKey.fingerprint(json.writeValueAsString(body)),
                now());
        Decision decision = makeOffer.make(id, offer).orElseThrow(Problem::notFound);
        return switch (decision) {
            case Decision.Changed(var need, var commitment, var _) -> created(OfferRepresentation.of(need, commitment));
            case Decision.Unchanged(var need, var commitment) -> created(OfferRepresentation.of(need, commitment));
            case Decision.Refused(var reason) -> throw rejections.problem(reason);
        };
    }

    private static ResponseEntity<OfferRepresentation> created(OfferRepresentation offer) {
        return ResponseEntity.created(URI.create("/v1/offers/" + offer.id())).body(offer);
    }

    private static ItemPage<NeedRepresentation> page(NeedPage page) {
        return new ItemPage<>(page.needs().stream().map(NeedRepresentation::of).toList(), Cursors.write(page.next()));
    }

    /** A form sends an empty filter for "all". */
    private static @Nullable String blankToNull(@Nullable String filter) {
        return filter == null || filter.isBlank() ? null : filter;
    }

    private static @Nullable NeedKind kind(@Nullable String name) {
        if (name == null) {
            return null;
        }
        try {
            return NeedKind.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.ofFields(List.of(Problem.Field.of("kind", "kind-unknown")));
        }
    }

    /** As precise as the store keeps it, so that a repeated request is answered with the very same time. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
