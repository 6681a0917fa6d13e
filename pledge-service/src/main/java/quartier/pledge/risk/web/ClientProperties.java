package quartier.pledge.risk.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param addressHeader in which the gateway says from where a request came; nobody else reaches this service
 * @param sharedCards card numbers that a sandbox gives to everybody: each member counts as having one of their own
 */
@Validated
@ConfigurationProperties("quartier.client")
record ClientProperties(
        @DefaultValue("Quartier-Client-Address") String addressHeader,
        @DefaultValue List<String> sharedCards) {

    ClientProperties {
        sharedCards = List.copyOf(sharedCards);
    }
}
