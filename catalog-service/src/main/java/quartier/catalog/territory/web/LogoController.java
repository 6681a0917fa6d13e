package quartier.catalog.territory.web;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import quartier.catalog.territory.Governed;
import quartier.catalog.territory.Logos;
import quartier.catalog.territory.ReadTerritories;
import quartier.catalog.territory.RunTerritories;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;

/** A territory's logo. */
@RestController
class LogoController {

    /** @param picture a PNG or JPEG file in base 64 */
    record LogoRequest(@Nullable String picture) {}

    private final ReadTerritories territories;
    private final RunTerritories run;
    private final Logos logos;

    LogoController(ReadTerritories territories, RunTerritories run, Logos logos) {
        this.territories = territories;
        this.run = run;
        this.logos = logos;
    }

    @GetMapping("/v1/territories/{id}/logo")
    @AllowedTo(Role.ANYONE)
    ResponseEntity<byte[]> read(@PathVariable String id) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .body(logos.find(id).orElseThrow(Problem::notFound));
    }

    /** The window names it under an address with a version, so that browsers ask for a new one. */
    @PutMapping("/v1/territories/{id}/logo")
    @AllowedTo({Role.OPERATOR, Role.TERRITORY_ADMIN})
    ResponseEntity<TerritoryView> put(
            @PathVariable String id,
            @RequestBody LogoRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        byte[] png = bytes(request.picture())
                .flatMap(LogoPicture::smallPng)
                .orElseThrow(() -> Problem.ofFields(List.of(Problem.Field.of("picture", "no-picture"))));
        Optional<Long> version = Answers.readVersion(ifMatch);
        String address = "/api/catalog/v1/territories/" + id + "/logo?v=" + (version.orElse(0L) + 1);
        Governed governed = run.showLogo(id, address, version, new CallingAdministrator(caller));
        if (governed instanceof Governed.Stored) {
            logos.put(id, png);
        }
        return Answers.of(governed, id, territories);
    }

    private static Optional<byte[]> bytes(@Nullable String base64) {
        try {
            return base64 == null
                    ? Optional.empty()
                    : Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
