package quartier.support.fund.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import quartier.support.web.Money;

/**
 * @param territory campaigns of this territory and of those within it; everywhere when it is left out
 * @param from the beginning of the window; now when it is left out
 * @param instrument the legal act, needed from public bodies
 */
record FundRequest(
        @NotBlank @Size(max = 60) String supporter,
        @NotBlank @Size(max = 120) String name,
        @NotNull @Valid Money budget,
        @NotNull @Valid RuleBody rule,
        @Nullable @Size(max = 60) String territory,
        @Nullable @Size(max = 60) String theme,
        @Nullable Instant from,
        @NotNull Instant until,
        @Nullable @Valid InstrumentBody instrument) {

    /** The fields of one kind. Amounts are minor units of the budget's currency. */
    record RuleBody(
            @NotBlank String kind,
            @Nullable Integer ratioBasisPoints,
            @Nullable Long fromMinorUnits,
            @Nullable Long perPledgeMinorUnits,
            @Nullable Long perBackerMinorUnits,
            @Nullable Long perCampaignMinorUnits,
            @Nullable Long amountMinorUnits,
            @Nullable String trigger,
            @Nullable Long reached) {}

    record InstrumentBody(
            @Nullable @Size(max = 200) String deliberation,
            @Nullable LocalDate date,
            @Nullable @Size(max = 200) String convention) {}
}
