package quartier.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import quartier.platform.ServiceDefaults;

/** The one door: it routes the API, signs people in and draws the pages. It stores nothing. */
@SpringBootApplication(exclude = ServiceDefaults.class)
@ConfigurationPropertiesScan
public class GatewayApplication {

    public static void main(String[] args) {
        SpringApplication.run(GatewayApplication.class, args);
    }
}
