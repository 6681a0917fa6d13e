package quartier.catalog.contest.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import quartier.catalog.contest.Award;
import quartier.catalog.contest.PublishResult;
import quartier.catalog.contest.Result;
import quartier.catalog.contest.Standing;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;

/** How a call comes out: for its staff as it stands, for all once it is published. */
@RestController
class ResultController {

    record WordsJson(@Nullable String fr, @Nullable String en) {}

    record MoneyJson(long amount, String currency) {}

    record AwardJson(
            @Nullable String project,
            @Nullable WordsJson prize,
            @Nullable WordsJson reason,
            @Nullable MoneyJson amount) {

        static AwardJson of(Award award) {
            Long amount = award.amountMinorUnits();
            return new AwardJson(
                    award.project(),
                    new WordsJson(award.prize(), award.prizeEn()),
                    new WordsJson(award.reason(), award.reasonEn()),
                    amount == null ? null : new MoneyJson(amount, "EUR"));
        }

        Award award() {
            WordsJson what = prize == null ? new WordsJson(null, null) : prize;
            WordsJson why = reason == null ? new WordsJson(null, null) : reason;
            return new Award(
                    text(project),
                    text(what.fr()).strip(),
                    what.en(),
                    text(why.fr()).strip(),
                    why.en(),
                    amount == null ? null : euros(amount));
        }

        private static long euros(MoneyJson amount) {
            if (!"EUR".equals(amount.currency())) {
                throw Problem.ofFields(List.of(Problem.Field.of("awards", "other-currency", "EUR")));
            }
            return amount.amount();
        }
    }

    record ResultRequest(@Nullable List<AwardJson> awards) {}

    /** @param mean out of ten, to the hundredth */
    record StandingView(
            String project,
            String slug,
            String title,
            @Nullable Integer rank,
            boolean tied,
            @Nullable BigDecimal mean,
            int scores,
            @Nullable Long votes) {
        static StandingView of(Standing standing) {
            Long mean = standing.meanHundredths();
            return new StandingView(
                    standing.project(),
                    standing.slug(),
                    standing.title(),
                    standing.rank(),
                    standing.tied(),
                    mean == null ? null : BigDecimal.valueOf(mean, 2),
                    standing.scores(),
                    standing.votes());
        }
    }

    record StandingsView(List<StandingView> items) {}

    record ResultView(String call, Instant publishedAt, List<StandingView> standings, List<AwardJson> awards) {
        static ResultView of(Result result) {
            return new ResultView(
                    result.call(),
                    result.publishedAt(),
                    result.standings().stream().map(StandingView::of).toList(),
                    result.awards().stream().map(AwardJson::of).toList());
        }
    }

    private final PublishResult results;

    ResultController(PublishResult results) {
        this.results = results;
    }

    @GetMapping("/v1/calls/{id}/result")
    @AllowedTo(Role.ANYONE)
    ResultView read(@PathVariable String id) {
        return ResultView.of(results.of(id).orElseThrow(Problem::notFound));
    }

    @GetMapping("/v1/calls/{id}/standings")
    @AllowedTo({Role.ANIMATOR, Role.TERRITORY_ADMIN, Role.OPERATOR})
    StandingsView standings(@PathVariable String id, Caller caller) {
        return new StandingsView(Refusals.done(results.standings(id, new CallingPerson(caller))).stream()
                .map(StandingView::of)
                .toList());
    }

    @PutMapping("/v1/calls/{id}/result")
    @AllowedTo({Role.ANIMATOR, Role.TERRITORY_ADMIN, Role.OPERATOR})
    ResultView publish(@PathVariable String id, @RequestBody ResultRequest request, Caller caller) {
        List<Award> awards = Objects.requireNonNullElse(request.awards(), List.<AwardJson>of()).stream()
                .map(AwardJson::award)
                .toList();
        return ResultView.of(Refusals.done(results.publish(id, new CallingPerson(caller), awards)));
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }
}
