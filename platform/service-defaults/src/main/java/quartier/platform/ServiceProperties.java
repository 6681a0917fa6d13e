package quartier.platform;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * @param name the service's name, as in {@code spring.application.name}
 * @param database the name of its own database
 * @param maxBody the largest request body that it reads
 */
@Validated
@ConfigurationProperties("quartier.service")
public record ServiceProperties(
        @NotBlank String name,
        @NotBlank String database,
        @DefaultValue("256KB") DataSize maxBody) {}
