package quartier.platform.contract;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Role;

/** Serves the service's own {@code contracts/openapi.yaml}, so that the gateway can merge what really runs. */
@RestController
public final class ContractController {

    @GetMapping(path = "/v1/openapi.yaml", produces = "application/yaml")
    @AllowedTo(Role.ANYONE)
    ResponseEntity<Resource> openapi() {
        Resource contract = new ClassPathResource("contracts/openapi.yaml");
        return contract.exists()
                ? ResponseEntity.ok(contract)
                : ResponseEntity.notFound().build();
    }
}
