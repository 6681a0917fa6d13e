package quartier.catalog.front.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import quartier.catalog.front.ArrangeFrontPage;
import quartier.catalog.front.Breach;
import quartier.catalog.front.Feature;
import quartier.catalog.front.FrontPage;
import quartier.catalog.front.Period;
import quartier.catalog.front.Pick;
import quartier.catalog.front.Refusal;
import quartier.catalog.front.Rule;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;

/** A territory's front page: readers see what is in front now, the staff also what was and what is to come. */
@RestController
class FrontPageController {

    record WordsJson(@Nullable String fr, @Nullable String en) {}

    record ThemeJson(
            @Nullable String theme,
            @Nullable WordsJson text,
            @Nullable Instant from,
            @Nullable Instant until) {}

    record PickJson(
            @Nullable String project,
            @Nullable WordsJson text,
            @Nullable Instant from,
            @Nullable Instant until) {}

    record FrontPageRequest(
            @Nullable List<ThemeJson> themes, @Nullable List<PickJson> picks) {}

    record FrontPageView(String territory, long version, List<ThemeJson> themes, List<PickJson> picks) {}

    private final ArrangeFrontPage arrange;
    private final Clock clock;

    FrontPageController(ArrangeFrontPage arrange, Clock clock) {
        this.arrange = arrange;
        this.clock = clock;
    }

    @GetMapping("/v1/territories/{id}/front-page")
    @AllowedTo(Role.ANYONE)
    ResponseEntity<FrontPageView> read(@PathVariable String id, Optional<Caller> caller) {
        FrontPage page = arrange.of(id).orElseThrow(Problem::notFound);
        boolean leads =
                caller.filter(one -> animates(one, page.territoryPath())).isPresent();
        return shown(leads ? page : page.at(clock.instant()));
    }

    @PutMapping("/v1/territories/{id}/front-page")
    @AllowedTo({Role.ANIMATOR, Role.TERRITORY_ADMIN, Role.OPERATOR})
    ResponseEntity<FrontPageView> arrange(
            @PathVariable String id,
            @RequestBody FrontPageRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        List<Problem.Field> missing = new ArrayList<>();
        List<Feature> themes = themes(Objects.requireNonNullElse(request.themes(), List.of()), missing);
        List<Pick> picks = picks(Objects.requireNonNullElse(request.picks(), List.of()), missing);
        if (!missing.isEmpty()) {
            throw Problem.ofFields(missing);
        }
        return switch (arrange.arrange(id, path -> animates(caller, path), expected(ifMatch), themes, picks)) {
            case ArrangeFrontPage.Answer.Arranged(FrontPage page) -> shown(page);
            case ArrangeFrontPage.Answer.Refused(Refusal reason) -> throw problem(reason);
        };
    }

    private static List<Feature> themes(List<ThemeJson> given, List<Problem.Field> missing) {
        List<Feature> read = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            ThemeJson one = given.get(i);
            Period period = period("themes[" + i + "]", one.from(), one.until(), missing);
            if (period != null) {
                read.add(new Feature(
                        Objects.requireNonNullElse(one.theme(), ""), french(one.text()), english(one.text()), period));
            }
        }
        return read;
    }

    private static List<Pick> picks(List<PickJson> given, List<Problem.Field> missing) {
        List<Pick> read = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            PickJson one = given.get(i);
            Period period = period("picks[" + i + "]", one.from(), one.until(), missing);
            if (period != null) {
                read.add(new Pick(
                        Objects.requireNonNullElse(one.project(), ""),
                        french(one.text()),
                        english(one.text()),
                        period));
            }
        }
        return read;
    }

    private static @Nullable Period period(
            String field, @Nullable Instant from, @Nullable Instant until, List<Problem.Field> missing) {
        if (from == null) {
            missing.add(Problem.Field.of(field + ".from", Rule.REQUIRED.id()));
        }
        if (until == null) {
            missing.add(Problem.Field.of(field + ".until", Rule.REQUIRED.id()));
        }
        return from == null || until == null ? null : new Period(from, until);
    }

    private static String french(@Nullable WordsJson words) {
        return words == null || words.fr() == null ? "" : words.fr().strip();
    }

    private static @Nullable String english(@Nullable WordsJson words) {
        return words == null || words.en() == null || words.en().isBlank()
                ? null
                : words.en().strip();
    }

    private static ResponseEntity<FrontPageView> shown(FrontPage page) {
        var themes = page.themes().stream()
                .map(one -> new ThemeJson(
                        one.theme(),
                        new WordsJson(one.text(), one.textEn()),
                        one.period().from(),
                        one.period().until()))
                .toList();
        var picks = page.picks().stream()
                .map(one -> new PickJson(
                        one.project(),
                        new WordsJson(one.text(), one.textEn()),
                        one.period().from(),
                        one.period().until()))
                .toList();
        return ResponseEntity.ok()
                .eTag("\"" + page.version() + "\"")
                .body(new FrontPageView(page.territory(), page.version(), themes, picks));
    }

    private static boolean animates(Caller caller, List<String> path) {
        return caller.holds(Role.ANIMATOR, path) || caller.holds(Role.TERRITORY_ADMIN, path);
    }

    private static Problem problem(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unknown none -> Problem.notFound();
            case Refusal.RulesBroken(List<Breach> breaches) ->
                Problem.ofFields(breaches.stream()
                        .map(breach ->
                                new Problem.Field(breach.field(), breach.rule().id(), breach.arguments()))
                        .toList());
            case Refusal.NotYourTerritory(String territory) ->
                new Problem(HttpStatus.FORBIDDEN, "not-your-territory", territory);
            case Refusal.StaleVersion none -> new Problem(HttpStatus.PRECONDITION_FAILED, "precondition-failed");
        };
    }

    private static long expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Problem(HttpStatus.PRECONDITION_REQUIRED, "precondition-required");
        }
        String digits = ifMatch.strip().replaceAll("^(W/)?\"|\"$", "");
        // A version that never was, when the header names none of ours.
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : -1;
    }
}
