package quartier.catalog.territory.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import quartier.catalog.territory.AnswerTemplate;
import quartier.catalog.territory.Label;
import quartier.catalog.territory.ReadTerritories;
import quartier.catalog.territory.RunTerritories;
import quartier.catalog.territory.Territory;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;

/** Whether a territory takes part, and the words that its reviewers use again and again. */
@RestController
class RunController {

    record StandingRequest(@Nullable String standing) {}

    record TemplateJson(
            @Nullable String id,
            @Nullable String decision,
            @Nullable String title,
            @Nullable String fr,
            @Nullable String en) {}

    record TemplatesJson(@Nullable List<TemplateJson> items) {}

    private final ReadTerritories territories;
    private final RunTerritories run;

    RunController(ReadTerritories territories, RunTerritories run) {
        this.territories = territories;
        this.run = run;
    }

    @PutMapping("/v1/territories/{id}/standing")
    @AllowedTo({Role.OPERATOR, Role.TERRITORY_ADMIN})
    ResponseEntity<TerritoryView> stand(
            @PathVariable String id,
            @RequestBody StandingRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        String standing = Objects.requireNonNullElse(request.standing(), "");
        var administrator = new CallingAdministrator(caller);
        return Answers.of(run.stand(id, standing, Answers.readVersion(ifMatch), administrator), id, territories);
    }

    /** Its own, or those of the territory above. */
    @GetMapping("/v1/territories/{id}/answer-templates")
    @AllowedTo({Role.MODERATOR, Role.TERRITORY_ADMIN, Role.OPERATOR})
    ResponseEntity<TemplatesJson> templates(@PathVariable String id, Caller caller) {
        Territory territory = territories.find(id).orElseThrow(Problem::notFound);
        if (!caller.holds(Role.MODERATOR, territory.path()) && !caller.holds(Role.TERRITORY_ADMIN, territory.path())) {
            throw new Problem(HttpStatus.FORBIDDEN, "not-your-territory", id);
        }
        return ResponseEntity.ok()
                .eTag(Answers.etag(territory))
                .body(new TemplatesJson(territory.templates().stream()
                        .map(template -> new TemplateJson(
                                template.id(),
                                template.decision(),
                                template.title(),
                                template.text().fr(),
                                template.text().en()))
                        .toList()));
    }

    @PutMapping("/v1/territories/{id}/answer-templates")
    @AllowedTo({Role.OPERATOR, Role.TERRITORY_ADMIN})
    ResponseEntity<TerritoryView> answerWith(
            @PathVariable String id,
            @RequestBody TemplatesJson request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        var administrator = new CallingAdministrator(caller);
        return Answers.of(
                run.answerWith(id, read(request), Answers.readVersion(ifMatch), administrator), id, territories);
    }

    private static List<AnswerTemplate> read(TemplatesJson request) {
        List<TemplateJson> items = Objects.requireNonNullElse(request.items(), List.of());
        List<Problem.Field> missing = new ArrayList<>();
        List<AnswerTemplate> templates = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            TemplateJson item = items.get(i);
            TerritoryRequest.need(missing, "templates[" + i + "].id", item.id());
            TerritoryRequest.need(missing, "templates[" + i + "].title", item.title());
            TerritoryRequest.need(missing, "templates[" + i + "].fr", item.fr());
            if (item.id() != null && item.title() != null && item.fr() != null) {
                templates.add(new AnswerTemplate(
                        item.id(),
                        Objects.requireNonNullElse(item.decision(), ""),
                        item.title(),
                        new Label(item.fr(), Objects.requireNonNullElse(item.en(), item.fr()))));
            }
        }
        if (!missing.isEmpty()) {
            throw Problem.ofFields(missing);
        }
        return templates;
    }
}
