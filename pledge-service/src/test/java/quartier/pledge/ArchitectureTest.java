package quartier.pledge;

import java.util.List;
import org.junit.jupiter.api.Test;
import quartier.testing.ServiceArchitecture;

class ArchitectureTest {

    @Test
    void keepsMoneysRulesAndTheProvidersPortPureAndTheAdaptersApart() {
        ServiceArchitecture.of("quartier.pledge").check(List.of("escrow", "payment", "receipt", "risk"));
    }
}
