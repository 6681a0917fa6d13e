package quartier.gateway.support;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Money;

/** A sponsor's fund that completes pledges. */
public record MatchFund(
        String id,
        String supporter,
        String supporterName,
        String name,
        Money budget,
        Money reserved,
        Money matched,
        Money left,
        MatchRule rule,
        @Nullable String territory,
        @Nullable String theme,
        @Nullable Instant from,
        @Nullable Instant until,
        SupportOffer.@Nullable Instrument instrument,
        String state,
        boolean moneyReceived,
        @Nullable String moneyReference,
        List<Allowance> allowances) {

    public MatchFund {
        allowances = allowances == null ? List.of() : List.copyOf(allowances);
    }

    /** The slice of it that is reserved for one campaign. */
    public record Allowance(
            String id,
            String campaign,
            String campaignSlug,
            String campaignTitle,
            Money granted,
            Money matched,
            Money left,
            String state) {

        public boolean isOpen() {
            return state.equals("open");
        }
    }

    public boolean is(String wanted) {
        return state.equals(wanted);
    }
}
