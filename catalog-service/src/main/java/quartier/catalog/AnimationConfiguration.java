package quartier.catalog;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import quartier.catalog.front.ArrangeFrontPage;
import quartier.catalog.front.FrontPages;
import quartier.catalog.front.PublicProjects;
import quartier.catalog.meetup.Grounds;
import quartier.catalog.meetup.HoldMeetups;
import quartier.catalog.meetup.Meetups;

/** Gives the use cases of front pages and meetups their ports, and looks whose guests are to be reminded. */
@Configuration(proxyBeanMethods = false)
class AnimationConfiguration {

    @Bean
    ArrangeFrontPage arrangeFrontPage(
            FrontPages pages, quartier.catalog.front.Grounds grounds, PublicProjects projects) {
        return new ArrangeFrontPage(pages, grounds, projects);
    }

    @Bean
    HoldMeetups holdMeetups(Meetups meetups, Grounds grounds, Clock clock) {
        return new HoldMeetups(meetups, grounds, Clock.tick(clock, Duration.ofMillis(1)));
    }

    @Bean
    MeetupReminders meetupReminders(HoldMeetups hold) {
        return new MeetupReminders(hold);
    }
}
