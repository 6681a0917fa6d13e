package quartier.catalog;

import java.util.List;
import org.junit.jupiter.api.Test;
import quartier.testing.ServiceArchitecture;

class ArchitectureTest {

    @Test
    void capabilitiesArePureAndAdaptersKeepApart() {
        ServiceArchitecture.of("quartier.catalog")
                .check(List.of(
                        "project",
                        "call",
                        "territory",
                        "contest",
                        "meetup",
                        "front",
                        "question",
                        "delivery",
                        "report",
                        "staff"));
    }
}
