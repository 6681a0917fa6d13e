package quartier.catalog.report.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How reporters are told apart.
 *
 * @param addressHeader that the gateway writes, see its {@code ClientAddress}
 * @param key of the hash that stands for a reporter; a secret of the deployment, because addresses are few enough to try
 */
@ConfigurationProperties("quartier.catalog.reports")
record ReporterProperties(
        @DefaultValue("Quartier-Client-Address") String addressHeader,
        @DefaultValue("development only") String key) {}
