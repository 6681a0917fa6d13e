package quartier.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quartier.testing.EventContracts;

class EventContractsTest {

    @Test
    void everyEventHasASchemaAndAnExampleThatKeepsIt() {
        assertThat(EventContracts.own().faults()).isEmpty();
    }
}
