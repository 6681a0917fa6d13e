package quartier.support.offer.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.support.offer.OfferFilter;
import quartier.support.offer.ReadSupportOffers;
import quartier.support.offer.SupportOffer;
import quartier.support.web.Agents;
import quartier.support.web.Cursors;
import quartier.support.web.ItemPage;
import quartier.support.web.Limits;

/** Lists of offers, the latest first: accepted ones for everybody, all of them for the two parties. */
@RestController
final class OfferListController {

    private final Agents agents;
    private final ReadSupportOffers read;

    OfferListController(Agents agents, ReadSupportOffers read) {
        this.agents = agents;
        this.read = read;
    }

    @GetMapping("/v1/offers")
    @AllowedTo(Role.ANYONE)
    ItemPage<OfferRepresentation> ofProject(
            Optional<Caller> caller,
            @RequestParam String project,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = Limits.DEFAULT) int limit) {
        OfferFilter filter = filter(project, null, null, cursor, limit);
        boolean operator = caller.filter(Caller::isOperator).isPresent();
        String reader = caller.map(Caller::memberId).orElse(null);
        return page(
                read.ofProject(filter, reader, operator),
                limit,
                offer -> operator || offer.owner().equals(reader));
    }

    @GetMapping("/v1/supporters/{id}/offers")
    @AllowedTo(Role.ANYONE)
    ItemPage<OfferRepresentation> ofSupporter(
            Optional<Caller> caller,
            @PathVariable String id,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = Limits.DEFAULT) int limit) {
        boolean seesAll = caller.filter(reader -> reader.isOperator() || agents.isAgent(reader, id))
                .isPresent();
        return page(read.ofSupporter(filter(null, id, null, cursor, limit), seesAll), limit, _ -> seesAll);
    }

    /** Offers for the caller's projects. */
    @GetMapping("/v1/me/offers")
    @AllowedTo(Role.MEMBER)
    ItemPage<OfferRepresentation> mine(
            Caller caller,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = Limits.DEFAULT) int limit) {
        return page(read.ofOwner(filter(null, null, caller.memberId(), cursor, limit)), limit, _ -> true);
    }

    private static OfferFilter filter(
            @Nullable String project,
            @Nullable String supporter,
            @Nullable String owner,
            @Nullable String cursor,
            int limit) {
        return new OfferFilter(
                project,
                supporter,
                owner,
                null,
                Cursors.read(cursor, OfferFilter.After::new),
                Limits.checked(limit) + 1);
    }

    private static ItemPage<OfferRepresentation> page(
            List<SupportOffer> found, int limit, Predicate<SupportOffer> toParty) {
        List<SupportOffer> items = found.stream().limit(limit).toList();
        String next = found.size() > limit
                ? Cursors.write(items.getLast().madeAt(), items.getLast().id())
                : null;
        return new ItemPage<>(
                items.stream()
                        .map(offer -> OfferRepresentation.of(offer, toParty.test(offer)))
                        .toList(),
                next);
    }
}
