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
import quartier.catalog.project.Calls;
import quartier.catalog.project.LeadProject;
import quartier.catalog.project.Payees;
import quartier.catalog.project.Policies;
import quartier.catalog.project.Projects;
import quartier.catalog.project.ReviewProject;
import quartier.catalog.project.WriteProject;
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
@EnableConfigurationProperties(LaunchProperties.class)
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
                        database.getCollection("calls")),
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
