package quartier.catalog.project;

import java.time.Instant;
import java.util.List;
import quartier.catalog.project.Decision.Accepted;
import quartier.catalog.project.Decision.Repeated;

/**
 * Shows what pledge-service decided. Its word wins over the catalog's own state: a project that its owner cancelled at
 * the second of the deadline may still turn out to be funded. Only a realised project stays what it is.
 */
final class CampaignFollowing {

    static final String PLEDGE_SERVICE = "pledge-service";

    private CampaignFollowing() {}

    /**
     * @throws IllegalArgumentException when the project was never launched: there can be no news of its campaign
     */
    static Decision follow(Project project, CampaignNews news, Instant at) {
        Campaign campaign = project.campaign();
        if (campaign == null) {
            throw new IllegalArgumentException("news of a campaign that was never launched: " + project.id());
        }
        if (news.sequence() <= campaign.sequence()) {
            return new Repeated(project);
        }
        ProjectState told = news.state();
        ProjectState after = told == null || project.state() == ProjectState.REALISED ? project.state() : told;
        Totals totals = news.totals() == null ? campaign.totals() : news.totals();
        Project followed = project.in(after, campaign.following(totals, news.sequence()));
        if (after != project.state()) {
            followed = followed.remembering(
                    new Happening(at, PLEDGE_SERVICE, "follow", project.state(), after, null, List.of()));
        }
        return new Accepted(followed, List.of());
    }
}
