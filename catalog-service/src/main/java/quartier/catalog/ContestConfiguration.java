package quartier.catalog;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import quartier.catalog.contest.AnswerCall;
import quartier.catalog.contest.Application;
import quartier.catalog.contest.Backings;
import quartier.catalog.contest.Ballot;
import quartier.catalog.contest.Begun;
import quartier.catalog.contest.Contests;
import quartier.catalog.contest.Eligible;
import quartier.catalog.contest.Entrants;
import quartier.catalog.contest.Jury;
import quartier.catalog.contest.Kept;
import quartier.catalog.contest.ListApplications;
import quartier.catalog.contest.PublishResult;
import quartier.catalog.contest.Result;
import quartier.catalog.contest.ScoreProjects;
import quartier.catalog.contest.SeatJury;
import quartier.catalog.contest.Sheet;
import quartier.catalog.contest.TellPhases;
import quartier.catalog.contest.VoteForProjects;

/** Gives the use cases of choosing among projects their ports. */
@Configuration(proxyBeanMethods = false)
class ContestConfiguration {

    @Bean
    Eligible eligible(Entrants entrants, Kept<Application> applications, Backings backings) {
        return new Eligible(entrants, applications, backings);
    }

    @Bean
    AnswerCall answerCall(Contests contests, Entrants entrants, Kept<Application> applications, Clock clock) {
        return new AnswerCall(contests, entrants, applications, stored(clock));
    }

    @Bean
    ListApplications listApplications(
            Contests contests, Entrants entrants, Kept<Application> applications, Clock clock) {
        return new ListApplications(contests, entrants, applications, stored(clock));
    }

    @Bean
    SeatJury seatJury(Contests contests, Kept<Jury> juries, Clock clock) {
        return new SeatJury(contests, juries, stored(clock));
    }

    @Bean
    ScoreProjects scoreProjects(
            Contests contests, Kept<Jury> juries, Kept<Sheet> sheets, Eligible eligible, Clock clock) {
        return new ScoreProjects(contests, juries, sheets, eligible, stored(clock));
    }

    @Bean
    VoteForProjects voteForProjects(Contests contests, Kept<Ballot> ballots, Eligible eligible, Clock clock) {
        return new VoteForProjects(contests, ballots, eligible, stored(clock));
    }

    @Bean
    PublishResult publishResult(
            Contests contests,
            Kept<Jury> juries,
            Kept<Sheet> sheets,
            Kept<Ballot> ballots,
            Kept<Result> results,
            Eligible eligible,
            Clock clock) {
        return new PublishResult(contests, juries, sheets, ballots, results, eligible, stored(clock));
    }

    @Bean
    TellPhases tellPhases(Contests contests, Kept<Begun> begun, Eligible eligible, Clock clock) {
        return new TellPhases(contests, begun, eligible, stored(clock));
    }

    /** The store keeps milliseconds. */
    private static Clock stored(Clock clock) {
        return Clock.tick(clock, Duration.ofMillis(1));
    }
}
