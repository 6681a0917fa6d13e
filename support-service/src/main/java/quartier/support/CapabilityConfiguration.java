package quartier.support;

import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import quartier.support.offer.AnswerSupportOffer;
import quartier.support.offer.MakeSupportOffer;
import quartier.support.offer.ReadSupportOffers;
import quartier.support.offer.SupportOffers;
import quartier.support.offer.SupportedProject;
import quartier.support.offer.Surroundings;
import quartier.support.offer.WithdrawSupportOffer;
import quartier.support.radar.EmergingProject;
import quartier.support.radar.EmergingProjects;
import quartier.support.radar.ReadRadar;
import quartier.support.radar.WatchProject;
import quartier.support.radar.Watches;
import quartier.support.supporter.JudgeSupporter;
import quartier.support.supporter.ReadSupporters;
import quartier.support.supporter.RegisterSupporter;
import quartier.support.supporter.Supporters;

/** The use cases of the three capabilities, and the one place where they meet. */
@Configuration(proxyBeanMethods = false)
class CapabilityConfiguration {

    @Bean
    RegisterSupporter registerSupporter(Supporters supporters) {
        return new RegisterSupporter(supporters);
    }

    @Bean
    JudgeSupporter judgeSupporter(Supporters supporters) {
        return new JudgeSupporter(supporters);
    }

    @Bean
    ReadSupporters readSupporters(Supporters supporters) {
        return new ReadSupporters(supporters);
    }

    @Bean
    ReadRadar readRadar(EmergingProjects projects, Watches watches) {
        return new ReadRadar(projects, watches);
    }

    @Bean
    WatchProject watchProject(EmergingProjects projects, Watches watches) {
        return new WatchProject(projects, watches);
    }

    @Bean
    Surroundings surroundings(EmergingProjects projects, Supporters supporters) {
        return new Surroundings() {
            @Override
            public Optional<SupportedProject> project(String id) {
                return projects.find(id).map(CapabilityConfiguration::asSupported);
            }

            @Override
            public boolean supporterApproved(String id) {
                return supporters
                        .find(id)
                        .filter(found -> found.supporter().approved())
                        .isPresent();
            }
        };
    }

    private static SupportedProject asSupported(EmergingProject project) {
        return new SupportedProject(
                project.launched().id(),
                project.launched().slug(),
                project.launched().title(),
                project.launched().owner(),
                project.underWay(),
                project.totals().percent(),
                project.totals().backers(),
                project.launched().minimumPercent(),
                project.launched().minimumBackers());
    }

    @Bean
    MakeSupportOffer makeSupportOffer(SupportOffers offers, Surroundings surroundings) {
        return new MakeSupportOffer(offers, surroundings);
    }

    @Bean
    AnswerSupportOffer answerSupportOffer(SupportOffers offers, Surroundings surroundings) {
        return new AnswerSupportOffer(offers, surroundings);
    }

    @Bean
    WithdrawSupportOffer withdrawSupportOffer(SupportOffers offers) {
        return new WithdrawSupportOffer(offers);
    }

    @Bean
    ReadSupportOffers readSupportOffers(SupportOffers offers, Surroundings surroundings) {
        return new ReadSupportOffers(offers, surroundings);
    }
}
