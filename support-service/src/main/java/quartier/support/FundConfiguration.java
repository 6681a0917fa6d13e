package quartier.support;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import quartier.support.fund.Campaigns;
import quartier.support.fund.FollowMatches;
import quartier.support.fund.LiveCampaign;
import quartier.support.fund.MatchFunds;
import quartier.support.fund.ReadFunds;
import quartier.support.fund.ReserveAllowance;
import quartier.support.fund.SetUpFund;
import quartier.support.fund.StewardFund;
import quartier.support.radar.CampaignState;
import quartier.support.radar.EmergingProject;
import quartier.support.radar.EmergingProjects;
import quartier.support.radar.LaunchedProject;
import quartier.support.radar.Standing;

/** The use cases of match funds, and where they meet the radar. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FundProperties.class)
class FundConfiguration {

    /** What projects were launched in before their currency was kept. */
    private static final String FORMER_CURRENCY = "EUR";

    @Bean
    SetUpFund setUpFund(MatchFunds funds) {
        return new SetUpFund(funds);
    }

    @Bean
    StewardFund stewardFund(MatchFunds funds) {
        return new StewardFund(funds);
    }

    @Bean
    ReserveAllowance reserveAllowance(MatchFunds funds, Campaigns campaigns) {
        return new ReserveAllowance(funds, campaigns);
    }

    @Bean
    FollowMatches followMatches(MatchFunds funds, FundProperties properties) {
        return new FollowMatches(funds, properties.topUpBelowPercent());
    }

    @Bean
    ReadFunds readFunds(MatchFunds funds) {
        return new ReadFunds(funds);
    }

    @Bean
    Campaigns campaignsToMatch(EmergingProjects projects) {
        return id -> projects.find(id).map(FundConfiguration::asCampaign);
    }

    private static LiveCampaign asCampaign(EmergingProject project) {
        LaunchedProject launched = project.launched();
        String currency = launched.currency();
        return new LiveCampaign(
                launched.id(),
                launched.slug(),
                launched.title(),
                launched.owner(),
                launched.territoryPath(),
                launched.theme(),
                currency == null ? FORMER_CURRENCY : currency,
                project.standing() == Standing.RUNNING && project.totals().state() == CampaignState.LIVE);
    }
}
