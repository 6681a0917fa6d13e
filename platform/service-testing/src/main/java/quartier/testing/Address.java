package quartier.testing;

import org.springframework.core.env.Environment;

/** Where the service under test listens; known only once it has started. */
final class Address {

    private final Environment environment;

    Address(Environment environment) {
        this.environment = environment;
    }

    String base() {
        return "http://localhost:" + environment.getRequiredProperty("local.server.port");
    }
}
