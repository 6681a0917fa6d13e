package quartier.catalog.territory.web;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
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

    /**
     * @param picture a PNG or JPEG file in base 64
     * @param alternative what it shows, for those who do not see it
     */
    record LogoRequest(@Nullable String picture, @Nullable String alternative) {}

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
        byte[] png = drawn(request.picture());
        String alternative =
                Objects.requireNonNullElse(request.alternative(), "").strip();
        Optional<Long> version = Answers.readVersion(ifMatch);
        String address = "/api/catalog/v1/territories/" + id + "/logo?v=" + (version.orElse(0L) + 1);
        Governed governed = run.showLogo(id, address, alternative, version, new CallingAdministrator(caller));
        if (governed instanceof Governed.Stored) {
            logos.put(id, png);
        }
        return Answers.of(governed, id, territories);
    }

    @DeleteMapping("/v1/territories/{id}/logo")
    @AllowedTo({Role.OPERATOR, Role.TERRITORY_ADMIN})
    ResponseEntity<TerritoryView> remove(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        Governed governed = run.hideLogo(id, Answers.readVersion(ifMatch), new CallingAdministrator(caller));
        if (governed instanceof Governed.Stored) {
            logos.remove(id);
        }
        return Answers.of(governed, id, territories);
    }

    /** @throws Problem with what is wrong with the file */
    private static byte[] drawn(@Nullable String base64) {
        return switch (LogoPicture.draw(bytes(base64).orElseGet(() -> new byte[0]))) {
            case LogoPicture.Png(byte[] png) -> png;
            case LogoPicture.Unfit(String code) -> throw Problem.ofFields(List.of(Problem.Field.of("picture", code)));
        };
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
