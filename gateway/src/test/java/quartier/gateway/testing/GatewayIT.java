package quartier.gateway.testing;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import quartier.gateway.call.Service;

/** The gateway on a real port, between browsers and servers that answer as the services and the issuer do. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "spring.http.clients.read-timeout=600ms",
            "quartier.calls.part-timeout=2s",
            "quartier.calls.breaker.open-for=300ms",
            "quartier.public.url=https://quartier.example",
            "quartier.page-cache.kept-for=0s",
            "quartier.sandbox.enabled=true",
            "logging.structured.format.console="
        })
public abstract class GatewayIT {

    protected static final FakeNeighbourhood SERVICES = new FakeNeighbourhood(0);
    protected static final FakeIssuer ISSUER = new FakeIssuer(0);

    /** When the fixtures are true: campaigns end, meetups begin. */
    private static final Instant TODAY = Instant.parse("2026-11-24T12:00:00Z");

    private static final Path CLOCK = clockOfTheFixtures();

    @LocalServerPort
    private int port;

    @Autowired
    private CircuitBreakerRegistry breakers;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry properties) {
        properties.add("quartier.sandbox.clock-file", CLOCK::toString);
        properties.add("quartier.sign-in.issuer", ISSUER::address);
        for (Service service : Service.values()) {
            properties.add(
                    "quartier.services." + service.segment(),
                    () -> SERVICES.of(service).address());
        }
    }

    private static Path clockOfTheFixtures() {
        try {
            Path file = Files.createTempFile("clock", "");
            file.toFile().deleteOnExit();
            return Files.writeString(
                    file, Duration.between(Instant.now(), TODAY).toString());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @BeforeEach
    void everybodyIsWell() {
        SERVICES.reset();
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
        ISSUER.reset();
    }

    /** Somebody who looks, in French unless asked otherwise. */
    protected Browser browser() {
        return new Browser(port);
    }

    /** A browser that has just signed in as this person. */
    protected Browser signedIn(String memberId, String name, String... roles) {
        ISSUER.person(memberId, name, roles);
        Browser browser = browser();
        browser.get("/oauth2/authorization/quartier");
        return browser;
    }
}
