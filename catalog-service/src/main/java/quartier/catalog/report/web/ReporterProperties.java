package quartier.catalog.report.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How reporters are told apart.
 *
 * @param addressHeader that the gateway writes, see its {@code ClientAddress}
 * @param key of the hash that stands for a reporter; a secret of the deployment, because addresses are few enough to try.
 *     Where it is empty each process makes one of its own, and counts reports by itself
 */
@ConfigurationProperties("quartier.catalog.reports")
record ReporterProperties(
        @DefaultValue("Quartier-Client-Address") String addressHeader,
        @DefaultValue("") String key) {}
