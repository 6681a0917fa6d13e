package quartier.support.fund.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.support.fund.Allowance;
import quartier.support.fund.AllowanceState;
import quartier.support.fund.FundState;
import quartier.support.fund.FundTerms;
import quartier.support.fund.Instrument;
import quartier.support.fund.MatchFund;
import quartier.support.fund.MoneyReceived;
import quartier.support.fund.Scope;
import quartier.support.fund.Sponsor;

/**
 * A fund as it is stored below {@code state}, with all its allowances.
 *
 * @param deliberationDate ISO 8601: a day, not an instant
 */
record FundDocument(
        String id,
        SponsorOfFund sponsor,
        String name,
        long budgetMinorUnits,
        String currency,
        RuleDocument rule,
        @Nullable String territory,
        @Nullable String theme,
        Instant from,
        Instant until,
        @Nullable String deliberation,
        @Nullable String deliberationDate,
        @Nullable String convention,
        String createdBy,
        String fingerprint,
        Instant createdAt,
        FundState state,
        @Nullable Received received,
        List<AllowanceDocument> allowances) {

    record SponsorOfFund(String id, String name, boolean publicBody) {}

    record Received(String reference, String by, Instant at) {}

    record AllowanceDocument(
            String id,
            String campaign,
            String campaignSlug,
            String campaignTitle,
            long sliceMinorUnits,
            long grantedMinorUnits,
            long matchedMinorUnits,
            AllowanceState state,
            Instant reservedAt,
            long heard) {

        static AllowanceDocument of(Allowance allowance) {
            return new AllowanceDocument(
                    allowance.id(),
                    allowance.campaign(),
                    allowance.campaignSlug(),
                    allowance.campaignTitle(),
                    allowance.sliceMinorUnits(),
                    allowance.grantedMinorUnits(),
                    allowance.matchedMinorUnits(),
                    allowance.state(),
                    allowance.reservedAt(),
                    allowance.heard());
        }

        Allowance toAllowance() {
            return new Allowance(
                    id,
                    campaign,
                    campaignSlug,
                    campaignTitle,
                    sliceMinorUnits,
                    grantedMinorUnits,
                    matchedMinorUnits,
                    state,
                    reservedAt,
                    heard);
        }
    }

    static FundDocument of(MatchFund fund) {
        FundTerms terms = fund.terms();
        MoneyReceived received = fund.received();
        LocalDate date = terms.instrument().date();
        return new FundDocument(
                fund.id(),
                new SponsorOfFund(
                        fund.sponsor().id(),
                        fund.sponsor().name(),
                        fund.sponsor().isPublic()),
                terms.name(),
                terms.budgetMinorUnits(),
                terms.currency(),
                RuleDocument.of(terms.rule()),
                terms.scope().territory(),
                terms.scope().theme(),
                terms.scope().from(),
                terms.scope().until(),
                terms.instrument().deliberation(),
                date == null ? null : date.toString(),
                terms.instrument().convention(),
                fund.createdBy(),
                fund.fingerprint(),
                fund.createdAt(),
                fund.state(),
                received == null ? null : new Received(received.reference(), received.by(), received.at()),
                fund.allowances().stream().map(AllowanceDocument::of).toList());
    }

    MatchFund toFund() {
        return new MatchFund(
                id,
                new Sponsor(sponsor.id(), sponsor.name(), sponsor.publicBody()),
                terms(),
                createdBy,
                fingerprint,
                createdAt,
                state,
                received == null ? null : new MoneyReceived(received.reference(), received.by(), received.at()),
                allowances.stream().map(AllowanceDocument::toAllowance).toList());
    }

    private FundTerms terms() {
        LocalDate date = deliberationDate == null ? null : LocalDate.parse(deliberationDate);
        return new FundTerms(
                name,
                budgetMinorUnits,
                currency,
                rule.toRule(),
                new Scope(territory, theme, from, until),
                new Instrument(deliberation, date, convention));
    }
}
