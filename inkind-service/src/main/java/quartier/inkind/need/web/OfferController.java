package quartier.inkind.need.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import quartier.inkind.need.Decision;
import quartier.inkind.need.FollowOffer;
import quartier.inkind.need.Need;
import quartier.inkind.need.NeedFilter;
import quartier.inkind.need.NeedPage;
import quartier.inkind.need.Offer;
import quartier.inkind.need.ReadNeeds;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;

@RestController
final class OfferController {

    private final ReadNeeds read;
    private final FollowOffer follow;
    private final Rejections rejections;
    private final Clock clock;

    OfferController(ReadNeeds read, FollowOffer follow, Rejections rejections, Clock clock) {
        this.read = read;
        this.follow = follow;
        this.rejections = rejections;
        this.clock = clock;
    }

    /** Pages count needs: the offers that a member made on one need stay together. */
    @GetMapping("/v1/me/offers")
    @AllowedTo(Role.MEMBER)
    ItemPage<OfferRepresentation> mine(
            Caller caller,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = Limits.DEFAULT) int limit) {
        NeedPage page = read.list(NeedFilter.offeredBy(caller.memberId(), Cursors.read(cursor), Limits.checked(limit)));
        List<OfferRepresentation> offers = page.needs().stream()
                .flatMap(need -> need.commitments().stream()
                        .filter(made -> made.offer().by().equals(caller.memberId()))
                        .map(made -> OfferRepresentation.of(need, made)))
                .toList();
        return new ItemPage<>(offers, Cursors.write(page.next()));
    }

    /** 404 for everybody but the two parties: that there is an offer is theirs alone to know. */
    @GetMapping("/v1/offers/{id}")
    @AllowedTo(Role.MEMBER)
    OfferRepresentation one(Caller caller, @PathVariable String id) {
        Need need = read.find(Offer.needOf(id)).orElseThrow(Problem::notFound).need();
        return ReadNeeds.offersSeenBy(caller.memberId(), need).stream()
                .filter(made -> made.offer().id().equals(id))
                .findFirst()
                .map(made -> OfferRepresentation.of(need, made))
                .orElseThrow(Problem::notFound);
    }

    @PostMapping("/v1/offers/{id}/accept")
    @AllowedTo(Role.MEMBER)
    OfferRepresentation accept(Caller caller, @PathVariable String id) {
        return answer(follow.accept(id, caller.memberId(), now()));
    }

    @PostMapping("/v1/offers/{id}/decline")
    @AllowedTo(Role.MEMBER)
    OfferRepresentation decline(Caller caller, @PathVariable String id, @Valid @RequestBody DeclineRequest body) {
        return answer(follow.decline(id, caller.memberId(), body.reason(), now()));
    }

    @PostMapping("/v1/offers/{id}/withdraw")
    @AllowedTo(Role.MEMBER)
    OfferRepresentation withdraw(Caller caller, @PathVariable String id) {
        return answer(follow.withdraw(id, caller.memberId(), now()));
    }

    @PostMapping("/v1/offers/{id}/done")
    @AllowedTo(Role.MEMBER)
    OfferRepresentation done(Caller caller, @PathVariable String id) {
        return answer(follow.done(id, caller.memberId(), now()));
    }

    @PostMapping("/v1/offers/{id}/thank")
    @AllowedTo(Role.MEMBER)
    OfferRepresentation thank(Caller caller, @PathVariable String id, @Valid @RequestBody ThankRequest body) {
        return answer(follow.thank(id, caller.memberId(), body.message(), now()));
    }

    private OfferRepresentation answer(Decision decision) {
        return switch (decision) {
            case Decision.Changed(var need, var commitment, var _) -> OfferRepresentation.of(need, commitment);
            case Decision.Unchanged(var need, var commitment) -> OfferRepresentation.of(need, commitment);
            case Decision.Refused(var reason) -> throw rejections.problem(reason);
        };
    }

    /** As precise as the store keeps it, so that a repeated request is answered with the very same time. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
