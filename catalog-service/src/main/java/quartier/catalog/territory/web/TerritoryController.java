package quartier.catalog.territory.web;

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
import quartier.catalog.territory.GovernTerritories;
import quartier.catalog.territory.ReadTerritories;
import quartier.catalog.territory.Territory;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;

/** Territories and their policies: read by all, written by the operator and by the territory's own administrators. */
@RestController
class TerritoryController {

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
        return shown(territories.find(id).orElseThrow(Problem::notFound));
    }

    @PutMapping("/v1/territories/{id}")
    @AllowedTo({Role.OPERATOR, Role.TERRITORY_ADMIN})
    ResponseEntity<TerritoryView> put(
            @PathVariable String id,
            @RequestBody TerritoryRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        var administrator = new CallingAdministrator(caller);
        return Answers.of(govern.put(id, request.form(), Answers.readVersion(ifMatch), administrator), id, territories);
    }

    /** What it says itself, to be changed and sent again. */
    @GetMapping("/v1/territories/{id}/form")
    @AllowedTo({Role.OPERATOR, Role.TERRITORY_ADMIN})
    ResponseEntity<TerritoryRequest> form(@PathVariable String id, Caller caller) {
        Territory own = territories.own(id).orElseThrow(Problem::notFound);
        if (!new CallingAdministrator(caller).administers(own.path())) {
            throw new Problem(HttpStatus.FORBIDDEN, "not-your-territory", id);
        }
        return ResponseEntity.ok().eTag(Answers.etag(own)).body(TerritoryView.form(own));
    }

    private static ResponseEntity<TerritoryView> shown(Territory territory) {
        return ResponseEntity.ok().eTag(Answers.etag(territory)).body(TerritoryView.of(territory));
    }
}
