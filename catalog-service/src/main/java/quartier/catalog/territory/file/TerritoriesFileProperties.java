package quartier.catalog.territory.file;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.Resource;
import org.springframework.validation.annotation.Validated;

/** @param territoriesFile YAML or JSON, see {@code territories.yml} in this service */
@Validated
@ConfigurationProperties("quartier.catalog")
record TerritoriesFileProperties(@NotNull Resource territoriesFile) {}
