package quartier.support;

import java.util.List;
import org.junit.jupiter.api.Test;
import quartier.testing.ServiceArchitecture;

class ArchitectureTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        ServiceArchitecture.of("quartier.support").check(List.of("supporter", "radar", "offer", "fund"));
    }
}
