package quartier.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole service on a random port, in a sandbox, against a real broker and a real store: servers of one's own where
 * {@code QUARTIER_KAFKA} and {@code QUARTIER_MONGODB_URI} name them, else Testcontainers' where a Docker engine
 * answers, else the embedded ones of the local default. Which one was used is printed. Each context has a database of
 * its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            // The embedded servers run in the test's own JVM and talk a lot.
            "logging.level.kafka=warn",
            "logging.level.state.change.logger=warn",
            "logging.level.de.bwaldvogel=error",
            "logging.structured.format.console="
        })
@ContextConfiguration(initializers = OwnNames.class)
@Import(QuartierTestConfiguration.class)
public @interface QuartierIT {}
