package quartier.pledge.receipt.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.validation.annotation.Validated;
import quartier.pledge.receipt.FiscalCalendar;
import quartier.pledge.receipt.FiscalRules;

/**
 * What the law says, as {@code fiscal-rules.yml} has it. Shares in 1/10,000, amounts in euro cents.
 *
 * @param retention how long papers and identities are kept after the receipt
 */
@Validated
@ConfigurationProperties("quartier.receipt")
record FiscalProperties(
        @DefaultValue("6y") Period retention, @NotEmpty List<@Valid Rules> rules) {

    record Rules(
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @NotBlank String source,
            @PositiveOrZero @Max(10_000) int individualShare,
            @PositiveOrZero @Max(10_000) int difficultyShare,
            @PositiveOrZero long difficultyCeiling,
            @PositiveOrZero @Max(10_000) int companyShare,
            @PositiveOrZero @Max(10_000) int companyShareAbove,
            @PositiveOrZero long companyThreshold,
            @PositiveOrZero @Max(10_000) int rewardShare,
            @PositiveOrZero long rewardMaximum,
            @NotBlank String individualForm,
            @NotBlank String companyForm) {

        private FiscalRules rules() {
            return new FiscalRules(
                    from,
                    source,
                    individualShare,
                    difficultyShare,
                    difficultyCeiling,
                    companyShare,
                    companyShareAbove,
                    companyThreshold,
                    rewardShare,
                    rewardMaximum,
                    individualForm,
                    companyForm);
        }
    }

    FiscalCalendar calendar() {
        return new FiscalCalendar(rules.stream().map(Rules::rules).toList());
    }
}
