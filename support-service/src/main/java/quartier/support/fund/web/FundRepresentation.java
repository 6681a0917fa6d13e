package quartier.support.fund.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quartier.support.fund.Allowance;
import quartier.support.fund.FundTerms;
import quartier.support.fund.Instrument;
import quartier.support.fund.MatchFund;
import quartier.support.fund.MoneyReceived;
import quartier.support.web.Money;

/**
 * A fund. The reference of its money is shown to the sponsor's agents and the operator only.
 *
 * @param reserved what is the campaigns': granted, and not given back
 * @param matched of that, what stands beside pledges
 * @param left what can still be reserved
 * @param allowances left out in lists
 */
record FundRepresentation(
        String id,
        String supporter,
        String supporterName,
        @JsonProperty("public") boolean isPublic,
        String name,
        Money budget,
        Money reserved,
        Money matched,
        Money left,
        RuleRepresentation rule,
        @Nullable String territory,
        @Nullable String theme,
        Instant from,
        Instant until,
        @Nullable InstrumentRepresentation instrument,
        String state,
        boolean moneyReceived,
        @Nullable String moneyReference,
        Instant createdAt,
        @Nullable List<AllowanceRepresentation> allowances) {

    record InstrumentRepresentation(
            @Nullable String deliberation,
            @Nullable LocalDate date,
            @Nullable String convention) {}

    record AllowanceRepresentation(
            String id,
            String campaign,
            String campaignSlug,
            String campaignTitle,
            Money granted,
            Money matched,
            Money left,
            String state,
            Instant reservedAt) {

        static AllowanceRepresentation of(Allowance allowance, String currency) {
            return new AllowanceRepresentation(
                    allowance.id(),
                    allowance.campaign(),
                    allowance.campaignSlug(),
                    allowance.campaignTitle(),
                    new Money(allowance.grantedMinorUnits(), currency),
                    new Money(allowance.matchedMinorUnits(), currency),
                    new Money(allowance.leftMinorUnits(), currency),
                    allowance.state().name().toLowerCase(Locale.ROOT),
                    allowance.reservedAt());
        }
    }

    /** For lists, which only the parties see. */
    static FundRepresentation summary(MatchFund fund) {
        return of(fund, true, null);
    }

    static FundRepresentation of(MatchFund fund, boolean toParty) {
        String currency = fund.terms().currency();
        return of(
                fund,
                toParty,
                fund.allowances().stream()
                        .map(allowance -> AllowanceRepresentation.of(allowance, currency))
                        .toList());
    }

    private static FundRepresentation of(
            MatchFund fund, boolean toParty, @Nullable List<AllowanceRepresentation> allowances) {
        FundTerms terms = fund.terms();
        MoneyReceived received = fund.received();
        return new FundRepresentation(
                fund.id(),
                fund.sponsor().id(),
                fund.sponsor().name(),
                fund.sponsor().isPublic(),
                terms.name(),
                new Money(terms.budgetMinorUnits(), terms.currency()),
                new Money(fund.reservedMinorUnits(), terms.currency()),
                new Money(fund.matchedMinorUnits(), terms.currency()),
                new Money(fund.freeMinorUnits(), terms.currency()),
                RuleRepresentation.of(terms.rule()),
                terms.scope().territory(),
                terms.scope().theme(),
                terms.scope().from(),
                terms.scope().until(),
                instrument(terms.instrument()),
                fund.state().name().toLowerCase(Locale.ROOT),
                received != null,
                toParty && received != null ? received.reference() : null,
                fund.createdAt(),
                allowances);
    }

    private static @Nullable InstrumentRepresentation instrument(Instrument instrument) {
        return instrument.equals(Instrument.NONE)
                ? null
                : new InstrumentRepresentation(instrument.deliberation(), instrument.date(), instrument.convention());
    }
}
