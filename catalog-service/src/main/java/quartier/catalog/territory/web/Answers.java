package quartier.catalog.territory.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import quartier.catalog.territory.Breach;
import quartier.catalog.territory.Governed;
import quartier.catalog.territory.ReadTerritories;
import quartier.catalog.territory.Territory;
import quartier.platform.web.Problem;

/** Puts what became of a wish to change a territory into answers, with the version as ETag. */
final class Answers {

    private Answers() {}

    /** @throws Problem when it was not followed */
    static ResponseEntity<TerritoryView> of(Governed governed, String id, ReadTerritories territories) {
        return switch (governed) {
            case Governed.Stored(Territory stored, boolean isNew) -> {
                Territory shown = territories.find(stored.id()).orElse(stored);
                yield ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK)
                        .eTag(etag(shown))
                        .body(TerritoryView.of(shown));
            }
            case Governed.RulesBroken(List<Breach> breaches) ->
                throw Problem.ofFields(breaches.stream()
                        .map(breach -> new Problem.Field(breach.field(), breach.code(), breach.arguments()))
                        .toList());
            case Governed.NotAllowed none -> throw new Problem(HttpStatus.FORBIDDEN, "not-your-territory", id);
            case Governed.Unknown none -> throw Problem.notFound();
            case Governed.VersionMissing none ->
                throw new Problem(HttpStatus.PRECONDITION_REQUIRED, "precondition-required");
            case Governed.Stale none -> throw new Problem(HttpStatus.PRECONDITION_FAILED, "precondition-failed");
        };
    }

    static String etag(Territory territory) {
        return "\"" + territory.version() + "\"";
    }

    /** Empty without the header; a version that never was when the header names none of ours. */
    static Optional<Long> readVersion(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            return Optional.empty();
        }
        String digits = ifMatch.strip().replaceAll("^(W/)?\"|\"$", "");
        return Optional.of(digits.matches("\\d{1,18}") ? Long.parseLong(digits) : -1L);
    }
}
