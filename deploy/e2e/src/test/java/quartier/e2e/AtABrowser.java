package quartier.e2e;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** A test at the browser: the running system, a browser for the whole class, and the date on the wall. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AtABrowser {

    final RunningSystem system = RunningSystem.get();
    final Chromium chromium = new Chromium(system);
    final LocalDate today = LocalDate.ofInstant(system.now(), ZoneId.of("Europe/Paris"));

    @AfterAll
    void close() {
        chromium.close();
    }
}
