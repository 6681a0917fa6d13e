package quartier.catalog;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Owns territories, their policies, and projects with their review and terms. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CatalogServiceApplication {

    static void main(String[] arguments) {
        SpringApplication.run(CatalogServiceApplication.class, arguments);
    }
}
