package quartier.testing;

import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives each context of the tests a database and a consumer group of its own, as it has a clock of its own. An
 * initializer, because what the context is made of is decided, and some of it bound, before any bean can add a property.
 */
public final class OwnNames implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String name = "it-" + UUID.randomUUID().toString().substring(0, 8);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "own names",
                        Map.of(
                                "quartier.service.database", name,
                                "spring.cloud.stream.default.group", name,
                                "quartier.sandbox.enabled", "true")));
    }
}
