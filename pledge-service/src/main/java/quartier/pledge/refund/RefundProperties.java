package quartier.pledge.refund;

import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param key seals the accounts: 64 hexadecimal digits. Empty is allowed in a sandbox only
 * @param eraseEvery how often accounts are looked for whose refund was made in another way
 */
@Validated
@ConfigurationProperties("quartier.refund-accounts")
record RefundProperties(
        @DefaultValue("") @Pattern(regexp = "([0-9a-fA-F]{64})?")
        String key,

        @DefaultValue("15m") Duration eraseEvery) {

    @Override
    public String toString() {
        return "RefundProperties[…]";
    }
}
