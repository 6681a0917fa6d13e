package quartier.gateway.call;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** Where the services answer. */
@Validated
@ConfigurationProperties("quartier.services")
public record ServiceAddresses(
        @NotNull URI catalog,
        @NotNull URI pledge,
        @NotNull URI inkind,
        @NotNull URI support,
        @NotNull URI notification) {

    public URI of(Service service) {
        return switch (service) {
            case CATALOG -> catalog;
            case PLEDGE -> pledge;
            case INKIND -> inkind;
            case SUPPORT -> support;
            case NOTIFICATION -> notification;
        };
    }
}
