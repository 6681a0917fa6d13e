package quartier.catalog;

import com.fasterxml.jackson.annotation.Nulls;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import quartier.catalog.call.Grounds;
import quartier.catalog.call.LeadCalls;
import quartier.catalog.contest.TellPhases;
import quartier.catalog.delivery.Backed;
import quartier.catalog.delivery.DeliverRewards;
import quartier.catalog.delivery.KeptDetails;
import quartier.catalog.delivery.Parcels;
import quartier.catalog.delivery.ReceiveRewards;
import quartier.catalog.delivery.RemindBackers;
import quartier.catalog.delivery.RewardNews;
import quartier.catalog.delivery.Surveys;
import quartier.catalog.project.Calls;
import quartier.catalog.project.CarryProject;
import quartier.catalog.project.Darkroom;
import quartier.catalog.project.IndexProjects;
import quartier.catalog.project.LeadProject;
import quartier.catalog.project.Payees;
import quartier.catalog.project.Policies;
import quartier.catalog.project.Prints;
import quartier.catalog.project.ProjectIndex;
import quartier.catalog.project.Projects;
import quartier.catalog.project.ReviewProject;
import quartier.catalog.project.ShowPictures;
import quartier.catalog.project.SumFigures;
import quartier.catalog.project.WriteProject;
import quartier.catalog.question.AskQuestions;
import quartier.catalog.question.Questions;
import quartier.catalog.report.ReportProjects;
import quartier.catalog.report.Reported;
import quartier.catalog.report.Reports;
import quartier.catalog.territory.GovernPolicies;
import quartier.catalog.territory.GovernTerritories;
import quartier.catalog.territory.ReadTerritories;
import quartier.catalog.territory.RunTerritories;
import quartier.catalog.territory.Territories;
import quartier.platform.outbox.EventSender;
import quartier.platform.outbox.OutboxRelay;

/** Gives the use cases, which know no framework, their ports. The adapters are found by scanning. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({LaunchProperties.class, SweepProperties.class})
class CatalogConfiguration {

    /** A null in a list says nothing: the request is unreadable, and no reader below has to think of it. */
    @Bean
    JsonMapperBuilderCustomizer noNullsInLists() {
        return json -> json.changeDefaultNullHandling(handling -> handling.withContentNulls(Nulls.FAIL));
    }

    @Bean
    OutboxRelay outboxRelay(EventSender sender, MongoDatabase database, MeterRegistry meters) {
        return new OutboxRelay(
                sender,
                List.of(
                        database.getCollection("projects"),
                        database.getCollection("territories"),
                        database.getCollection("calls"),
                        database.getCollection("applications"),
                        database.getCollection("juries"),
                        database.getCollection("sheets"),
                        database.getCollection("ballots"),
                        database.getCollection("results"),
                        database.getCollection("phases"),
                        database.getCollection("questions"),
                        database.getCollection("deliveries"),
                        database.getCollection("meetups"),
                        database.getCollection("front-pages")),
                meters);
    }

    @Bean
    ReadTerritories readTerritories(Territories territories, Clock clock) {
        return new ReadTerritories(territories, stored(clock));
    }

    @Bean
    GovernTerritories governTerritories(Territories territories, Clock clock) {
        return new GovernTerritories(territories, stored(clock));
    }

    @Bean
    GovernPolicies governPolicies(Territories territories, Clock clock) {
        return new GovernPolicies(territories, stored(clock));
    }

    @Bean
    RunTerritories runTerritories(Territories territories) {
        return new RunTerritories(territories);
    }

    @Bean
    WriteProject writeProject(Projects projects, Policies policies, Calls calls, Clock clock) {
        return new WriteProject(projects, policies, calls, stored(clock));
    }

    @Bean
    LeadProject leadProject(
            Projects projects, Policies policies, Calls calls, Payees payees, LaunchProperties launch, Clock clock) {
        return new LeadProject(projects, policies, calls, payees, launch.payeeRequired(), stored(clock));
    }

    @Bean
    CarryProject carryProject(Projects projects, Clock clock) {
        return new CarryProject(projects, stored(clock));
    }

    @Bean
    ShowPictures showPictures(Projects projects, Darkroom darkroom, Prints prints, Clock clock) {
        return new ShowPictures(projects, darkroom, prints, stored(clock));
    }

    @Bean
    AskQuestions askQuestions(Questions questions, Clock clock) {
        return new AskQuestions(questions, stored(clock));
    }

    @Bean
    DeliverRewards deliverRewards(
            Backed.All projects, Parcels parcels, KeptDetails details, Surveys surveys, RewardNews news, Clock clock) {
        return new DeliverRewards(projects, parcels, details, surveys, news, stored(clock));
    }

    @Bean
    RemindBackers remindBackers(Backed.All projects, Parcels parcels, Surveys surveys, RewardNews news, Clock clock) {
        return new RemindBackers(projects, parcels, surveys, news, stored(clock));
    }

    @Bean
    ReceiveRewards receiveRewards(
            Backed.All projects, Parcels parcels, KeptDetails details, Surveys surveys, Clock clock) {
        return new ReceiveRewards(projects, parcels, details, surveys, stored(clock));
    }

    @Bean
    Sweeper sweeper(
            CarryProject carry,
            ReceiveRewards receive,
            DeliverRewards deliver,
            TellPhases phases,
            SweepProperties sweep) {
        return new Sweeper(carry, receive, deliver, phases, sweep.every());
    }

    @Bean
    SumFigures sumFigures() {
        return new SumFigures();
    }

    @Bean
    IndexProjects indexProjects(Projects projects, ProjectIndex index, SumFigures figures) {
        return new IndexProjects(projects, index, figures);
    }

    @Bean
    ReviewProject reviewProject(Projects projects, Policies policies, Clock clock) {
        return new ReviewProject(projects, policies, stored(clock));
    }

    @Bean
    ReportProjects reportProjects(Reports reports, Reported projects, Clock clock) {
        return new ReportProjects(reports, projects, stored(clock));
    }

    @Bean
    LeadCalls leadCalls(quartier.catalog.call.Calls calls, Grounds grounds, Clock clock) {
        return new LeadCalls(calls, grounds, stored(clock));
    }

    /** The store keeps milliseconds: what is answered at once must equal what is read later. */
    private static Clock stored(Clock clock) {
        return Clock.tick(clock, Duration.ofMillis(1));
    }
}
