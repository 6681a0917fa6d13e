package quartier.gateway.docs;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import quartier.gateway.call.Bearer;
import quartier.gateway.call.Part;
import quartier.gateway.call.Parts;
import quartier.gateway.call.Remembered;
import quartier.gateway.call.Service;
import quartier.gateway.call.ServiceClient;
import quartier.gateway.call.ServiceClient.Request;
import tools.jackson.databind.node.ObjectNode;

/** Asks each service that runs for its own contract, at most once a minute, and goes without those that are away. */
@Component
class ServiceContracts {

    private static final Logger log = LoggerFactory.getLogger(ServiceContracts.class);
    static final Duration FRESH_FOR = Duration.ofMinutes(1);

    private final Map<Service, Remembered<Optional<ObjectNode>>> contracts = new EnumMap<>(Service.class);
    private final Parts parts;

    ServiceContracts(Function<Service, ServiceClient> clients, Parts parts) {
        this.parts = parts;
        for (Service service : Service.values()) {
            ServiceClient http = clients.apply(service);
            contracts.put(service, new Remembered<>(FRESH_FOR, () -> read(service, http)));
        }
    }

    MergedContract merged() {
        Map<Service, Supplier<Part<Optional<ObjectNode>>>> asked = new EnumMap<>(Service.class);
        contracts.forEach((service, contract) -> asked.put(service, parts.start(contract::get)));
        Map<Service, ObjectNode> found = new EnumMap<>(Service.class);
        asked.forEach((service, part) ->
                part.get().orElse(Optional.empty()).ifPresent(contract -> found.put(service, contract)));
        return MergedContract.of(found);
    }

    private static Optional<ObjectNode> read(Service service, ServiceClient http) {
        String yaml = http.text(Bearer.none(), Request.of("/v1/openapi.yaml"));
        try {
            return Optional.of(ContractText.read(yaml));
        } catch (IllegalArgumentException unreadable) {
            log.error("The contract of {} can't be read", service.segment(), unreadable);
            return Optional.empty();
        }
    }
}
