package quartier.support.fund.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;
import quartier.support.fund.FundState;
import quartier.support.fund.MatchFund;
import quartier.support.fund.ReadFunds;
import quartier.support.web.Agents;
import quartier.support.web.ItemPage;
import quartier.support.web.Limits;

/** Shows funds: open and closed ones to everybody, drafts to the sponsor's agents and the operator. */
@RestController
final class FundListController {

    private final Agents agents;
    private final ReadFunds read;

    FundListController(Agents agents, ReadFunds read) {
        this.agents = agents;
        this.read = read;
    }

    @GetMapping("/v1/funds/{id}")
    @AllowedTo(Role.ANYONE)
    FundRepresentation one(Optional<Caller> caller, @PathVariable String id) {
        MatchFund fund = read.find(id).orElseThrow(Problem::notFound);
        boolean party = isParty(caller, fund.sponsor().id());
        if (fund.state() == FundState.DRAFT && !party) {
            throw Problem.notFound();
        }
        return FundRepresentation.of(fund, party);
    }

    /** For the operator, who confirms that money has come. */
    @GetMapping("/v1/funds")
    @AllowedTo(Role.OPERATOR)
    ItemPage<FundRepresentation> all(
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = Limits.DEFAULT) int limit) {
        int most = Limits.checked(limit);
        return page(read.all(state(state), cursor, most + 1), most);
    }

    /** For the sponsor's agents and the operator. */
    @GetMapping("/v1/supporters/{id}/funds")
    @AllowedTo(Role.MEMBER)
    ItemPage<FundRepresentation> ofSponsor(
            Caller caller,
            @PathVariable String id,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = Limits.DEFAULT) int limit) {
        int most = Limits.checked(limit);
        if (!caller.isOperator()) {
            agents.actingFor(caller, id);
        }
        return page(read.ofSponsor(id, cursor, most + 1), most);
    }

    private static ItemPage<FundRepresentation> page(List<MatchFund> found, int most) {
        List<FundRepresentation> items = found.stream()
                .limit(most)
                .map(fund -> FundRepresentation.summary(fund))
                .toList();
        return new ItemPage<>(items, found.size() > most ? items.getLast().id() : null);
    }

    private boolean isParty(Optional<Caller> caller, String sponsor) {
        return caller.filter(reader -> reader.isOperator() || agents.isAgent(reader, sponsor))
                .isPresent();
    }

    private static @Nullable FundState state(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        try {
            return FundState.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.ofFields(List.of(Problem.Field.of("state", "state-unknown")));
        }
    }
}
