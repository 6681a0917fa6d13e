package quartier.support.fund.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;
import quartier.support.fund.MatchFund;
import quartier.support.fund.MatchRule;
import quartier.support.fund.ReadFunds;
import quartier.support.fund.ReserveAllowance;
import quartier.support.web.Agents;
import quartier.support.web.Money;

/** Reserves slices of a fund for campaigns. */
@RestController
final class AllowanceController {

    private final Agents agents;
    private final ReserveAllowance reserve;
    private final ReadFunds read;
    private final FundRejections rejections;
    private final Clock clock;

    AllowanceController(
            Agents agents, ReserveAllowance reserve, ReadFunds read, FundRejections rejections, Clock clock) {
        this.agents = agents;
        this.reserve = reserve;
        this.read = read;
        this.rejections = rejections;
        this.clock = clock;
    }

    /** @param amount what the campaign is to have in all; left out for a lump sum */
    record AllowanceRequest(@Nullable @Valid Money amount) {}

    @PutMapping("/v1/funds/{id}/allowances/{campaign}")
    @AllowedTo(Role.MEMBER)
    FundRepresentation reserve(
            Caller caller,
            @PathVariable String id,
            @PathVariable String campaign,
            @Valid @RequestBody AllowanceRequest body) {
        MatchFund fund = asAgent(caller, id);
        Long total = total(fund, body.amount());
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return FundRepresentation.of(
                rejections.settled(reserve.reserve(id, campaign, total, caller.memberId(), now)), true);
    }

    @PostMapping("/v1/funds/{id}/allowances/{campaign}/close")
    @AllowedTo(Role.MEMBER)
    FundRepresentation close(Caller caller, @PathVariable String id, @PathVariable String campaign) {
        asAgent(caller, id);
        return FundRepresentation.of(rejections.settled(reserve.close(id, campaign)), true);
    }

    private MatchFund asAgent(Caller caller, String id) {
        MatchFund fund = read.find(id).orElseThrow(Problem::notFound);
        agents.actingFor(caller, fund.sponsor().id());
        return fund;
    }

    private static @Nullable Long total(MatchFund fund, @Nullable Money amount) {
        boolean lumpSum = fund.terms().rule() instanceof MatchRule.LumpSum;
        if (amount == null) {
            if (lumpSum) {
                return null;
            }
            throw Problem.ofFields(List.of(Problem.Field.of("amount", "allowance-needs-amount")));
        }
        if (!amount.currency().equals(fund.terms().currency())) {
            throw Problem.ofFields(List.of(Problem.Field.of("amount.currency", "fund-other-currency")));
        }
        if (amount.amount() <= 0) {
            throw Problem.ofFields(List.of(Problem.Field.of("amount.amount", "amount-range")));
        }
        return amount.amount();
    }
}
