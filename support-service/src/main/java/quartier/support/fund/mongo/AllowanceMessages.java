package quartier.support.fund.mongo;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import quartier.platform.outbox.OutboundEvent;
import quartier.platform.outbox.OutboundEvents;
import quartier.support.fund.Allowance;
import quartier.support.fund.FundTopics;
import quartier.support.fund.MatchFund;
import quartier.support.fund.MatchRule;
import quartier.support.fund.MatchRule.Trigger;

/** What campaigns hear of their allowances; contracts/events describes it. */
@Component
final class AllowanceMessages {

    private record Money(long amount, String currency) {}

    private record Rule(
            String kind,
            @Nullable Integer ratioBasisPoints,
            @Nullable Long fromMinorUnits,
            @Nullable Long perPledgeMinorUnits,
            @Nullable Long perBackerMinorUnits,
            @Nullable Long amountMinorUnits,
            @Nullable String trigger,
            @Nullable Long reached) {}

    private record Granted(String allowance, String fund, String campaign, Money granted, Rule rule) {}

    private record Closed(String allowance, String fund, String campaign) {}

    private final OutboundEvents events;

    AllowanceMessages(OutboundEvents events) {
        this.events = events;
    }

    /** How these allowances stand now; each in order with the others of its campaign. */
    List<OutboundEvent> of(MatchFund fund, List<Allowance> announced, long version, Instant at) {
        return announced.stream()
                .map(allowance -> allowance.isOpen()
                        ? event("granted", allowance, version, at, granted(fund, allowance))
                        : event(
                                "closed",
                                allowance,
                                version,
                                at,
                                new Closed(allowance.id(), fund.id(), allowance.campaign())))
                .toList();
    }

    private OutboundEvent event(String what, Allowance allowance, long version, Instant at, Object data) {
        return events.event(
                FundTopics.ALLOWANCES,
                "quartier.allowance." + what + ".v1",
                allowance.id(),
                allowance.campaign(),
                version,
                at,
                data);
    }

    private static Granted granted(MatchFund fund, Allowance allowance) {
        return new Granted(
                allowance.id(),
                fund.id(),
                allowance.campaign(),
                new Money(allowance.grantedMinorUnits(), fund.terms().currency()),
                rule(fund.terms().rule()));
    }

    private static Rule rule(MatchRule rule) {
        return switch (rule) {
            case MatchRule.Proportional(int ratio, long from, Long perPledge, Long perBacker, Long perCampaign) ->
                new Rule("proportional", ratio, from, perPledge, perBacker, null, null, null);
            case MatchRule.LumpSum(long amount, Trigger trigger, long reached) ->
                new Rule(
                        "lump_sum",
                        null,
                        null,
                        null,
                        null,
                        amount,
                        trigger.name().toLowerCase(Locale.ROOT),
                        reached);
        };
    }
}
