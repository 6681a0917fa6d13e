package quartier.catalog.territory.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import quartier.catalog.territory.Difference;
import quartier.catalog.territory.Edition;
import quartier.catalog.territory.GovernPolicies;
import quartier.catalog.territory.Policy;
import quartier.catalog.territory.ReadTerritories;
import quartier.catalog.territory.Territory;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;

/** The versions of a territory's policy: read by all, enacted and withdrawn by its administrators. */
@RestController
class PolicyController {

    /** A policy holds from the beginning of a day as residents read it on the wall. */
    private static final ZoneId WALL_CLOCK = ZoneId.of("Europe/Paris");

    /** @param effectiveOn left out for at once */
    record EnactRequest(
            @Nullable PolicyJson policy,
            @Nullable String effectiveOn,
            @Nullable String note) {}

    record DifferenceView(
            String field, @Nullable String from, @Nullable String to) {}

    /** @param holds whether it is the one that holds now */
    record EditionView(
            int version,
            Instant effectiveFrom,
            Instant enactedAt,
            boolean holds,
            String note,
            @Nullable PolicyJson policy,
            List<DifferenceView> changes) {}

    record EditionsView(List<EditionView> items) {}

    private final ReadTerritories territories;
    private final GovernPolicies govern;

    PolicyController(ReadTerritories territories, GovernPolicies govern) {
        this.territories = territories;
        this.govern = govern;
    }

    @GetMapping("/v1/territories/{id}/policies")
    @AllowedTo(Role.ANYONE)
    ResponseEntity<EditionsView> list(@PathVariable String id) {
        Territory own = territories.own(id).orElseThrow(Problem::notFound);
        Policy held = own.policy();
        return ResponseEntity.ok()
                .eTag(Answers.etag(own))
                .body(new EditionsView(own.editions().reversed().stream()
                        .map(edition -> view(own, edition, held))
                        .toList()));
    }

    @PostMapping("/v1/territories/{id}/policies")
    @AllowedTo({Role.OPERATOR, Role.TERRITORY_ADMIN})
    ResponseEntity<TerritoryView> enact(
            @PathVariable String id,
            @RequestBody EnactRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        if (request.policy() == null) {
            throw Problem.ofFields(List.of(Problem.Field.of("policy", "required")));
        }
        var administrator = new CallingAdministrator(caller);
        Policy policy = request.policy().complete();
        String note = Objects.requireNonNullElse(request.note(), "");
        return Answers.of(
                govern.enact(
                        id, policy, from(request.effectiveOn()), note, Answers.readVersion(ifMatch), administrator),
                id,
                territories);
    }

    @DeleteMapping("/v1/territories/{id}/policies/{version}")
    @AllowedTo({Role.OPERATOR, Role.TERRITORY_ADMIN})
    ResponseEntity<TerritoryView> withdraw(
            @PathVariable String id,
            @PathVariable int version,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        var administrator = new CallingAdministrator(caller);
        return Answers.of(govern.withdraw(id, version, Answers.readVersion(ifMatch), administrator), id, territories);
    }

    private static EditionView view(Territory own, Edition edition, @Nullable Policy held) {
        Policy policy = edition.policy();
        return new EditionView(
                edition.version(),
                edition.effectiveFrom(),
                edition.enactedAt(),
                held != null && held.version() == edition.version(),
                edition.note(),
                policy == null ? null : PolicyJson.of(policy),
                own.changedBy(edition).stream().map(PolicyController::view).toList());
    }

    private static DifferenceView view(Difference difference) {
        return new DifferenceView(difference.field(), difference.from(), difference.to());
    }

    private static Optional<Instant> from(@Nullable String day) {
        if (day == null || day.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(day).atStartOfDay(WALL_CLOCK).toInstant());
        } catch (DateTimeException unreadable) {
            throw Problem.ofFields(List.of(Problem.Field.of("effectiveOn", "date-unreadable")));
        }
    }
}
