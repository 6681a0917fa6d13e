package quartier.catalog.delivery.mongo;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param addressKey seals backers' addresses: 64 hexadecimal digits. Empty is allowed in a sandbox only */
@Validated
@ConfigurationProperties("quartier.delivery")
record DeliveryProperties(
        @DefaultValue("") @Pattern(regexp = "([0-9a-fA-F]{64})?")
        String addressKey) {

    @Override
    public String toString() {
        return "DeliveryProperties[…]";
    }
}
