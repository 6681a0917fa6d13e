package quartier.support;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param topUpBelowPercent of its slice: an allowance with less left gets another; 0 tops nothing up */
@Validated
@ConfigurationProperties("quartier.funds")
record FundProperties(@DefaultValue("25") @Min(0) @Max(100) int topUpBelowPercent) {}
