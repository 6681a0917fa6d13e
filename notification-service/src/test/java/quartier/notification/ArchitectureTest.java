package quartier.notification;

import java.util.List;
import org.junit.jupiter.api.Test;
import quartier.testing.ServiceArchitecture;

class ArchitectureTest {

    @Test
    void keepsTheDomainPureAndTheAdaptersApart() {
        ServiceArchitecture.of("quartier.notification").check(List.of("notice"));
    }
}
