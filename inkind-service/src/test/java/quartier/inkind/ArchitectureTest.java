package quartier.inkind;

import java.util.List;
import org.junit.jupiter.api.Test;
import quartier.testing.ServiceArchitecture;

class ArchitectureTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        ServiceArchitecture.of("quartier.inkind").check(List.of("need"));
    }
}
