package quartier.gateway.docs;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import quartier.gateway.page.NoFrame;
import tools.jackson.databind.node.ObjectNode;

/** The API's contract, for programs and for people. */
@Controller
class ApiPages {

    private final ServiceContracts contracts;

    ApiPages(ServiceContracts contracts) {
        this.contracts = contracts;
    }

    /** Open to programs on any site: it says what everybody may read. */
    @NoFrame
    @GetMapping("/api/openapi.json")
    ResponseEntity<ObjectNode> contract() {
        MergedContract merged = contracts.merged();
        CacheControl caching = merged.missing().isEmpty()
                ? CacheControl.maxAge(ServiceContracts.FRESH_FOR).cachePublic()
                : CacheControl.noCache();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(caching)
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .body(merged.document());
    }

    @GetMapping("/api")
    String reference(Model model) {
        model.addAttribute("reference", ReferenceReader.read(contracts.merged()));
        return "api";
    }
}
