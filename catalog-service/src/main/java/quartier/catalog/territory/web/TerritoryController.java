package quartier.catalog.territory.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import quartier.catalog.territory.Administrator;
import quartier.catalog.territory.Breach;
import quartier.catalog.territory.GovernTerritories;
import quartier.catalog.territory.Governed;
import quartier.catalog.territory.ReadTerritories;
import quartier.catalog.territory.Territory;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;

/** Territories and their policies: read by all, written by the operator and by the territory's own administrators. */
@RestController
class TerritoryController {

    private record CallingAdministrator(Caller caller) implements Administrator {
        @Override
        public boolean isOperator() {
            return caller.isOperator();
        }

        @Override
        public boolean administers(List<String> path) {
            return caller.holds(Role.TERRITORY_ADMIN, path);
        }
    }

    private final ReadTerritories territories;
    private final GovernTerritories govern;

    TerritoryController(ReadTerritories territories, GovernTerritories govern) {
        this.territories = territories;
        this.govern = govern;
    }

    @GetMapping("/v1/territories")
    @AllowedTo(Role.ANYONE)
    TerritoryView.ListView list() {
        return new TerritoryView.ListView(
                territories.all().stream().map(TerritoryView::of).toList());
    }

    @GetMapping("/v1/territories/{id}")
    @AllowedTo(Role.ANYONE)
    ResponseEntity<TerritoryView> read(@PathVariable String id) {
        return shown(HttpStatus.OK, territories.find(id).orElseThrow(Problem::notFound));
    }

    @PutMapping("/v1/territories/{id}")
    @AllowedTo({Role.OPERATOR, Role.TERRITORY_ADMIN})
    ResponseEntity<TerritoryView> put(
            @PathVariable String id,
            @RequestBody TerritoryRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        var administrator = new CallingAdministrator(caller);
        return switch (govern.put(id, request.form(), readVersion(ifMatch), administrator)) {
            case Governed.Stored(Territory stored, boolean isNew) ->
                shown(
                        isNew ? HttpStatus.CREATED : HttpStatus.OK,
                        territories.find(stored.id()).orElse(stored));
            case Governed.RulesBroken(List<Breach> breaches) ->
                throw Problem.ofFields(breaches.stream()
                        .map(breach -> Problem.Field.of(breach.field(), breach.code()))
                        .toList());
            case Governed.NotAllowed none -> throw new Problem(HttpStatus.FORBIDDEN, "not-your-territory", id);
            case Governed.VersionMissing none ->
                throw new Problem(HttpStatus.PRECONDITION_REQUIRED, "precondition-required");
            case Governed.Stale none -> throw new Problem(HttpStatus.PRECONDITION_FAILED, "precondition-failed");
        };
    }

    /** Empty without the header; a version that never was when the header names none of ours. */
    private static Optional<Long> readVersion(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            return Optional.empty();
        }
        String digits = ifMatch.strip().replaceAll("^(W/)?\"|\"$", "");
        return Optional.of(digits.matches("\\d{1,18}") ? Long.parseLong(digits) : -1L);
    }

    private static ResponseEntity<TerritoryView> shown(HttpStatus status, Territory territory) {
        return ResponseEntity.status(status)
                .eTag("\"" + territory.version() + "\"")
                .body(TerritoryView.of(territory));
    }
}
