package quartier.pledge.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.pledge.escrow.Campaigns.DEADLINE;
import static quartier.pledge.escrow.Campaigns.HOLD;
import static quartier.pledge.escrow.Campaigns.START;
import static quartier.pledge.escrow.Campaigns.confirm;
import static quartier.pledge.escrow.Campaigns.payment;
import static quartier.pledge.escrow.Campaigns.place;
import static quartier.pledge.escrow.Campaigns.terms;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CloseTierTest {

    private final Scenario campaign = Scenario.opened(terms());

    @Test
    void refusesNewPledgesForItAndKeepsThoseThatHaveIt() {
        campaign.accept(place("held", 2_500, "basket"));
        campaign.accept(place("paid", 2_500, "basket"));
        campaign.accept(confirm("paid", 2_500));

        campaign.accept(close("basket"));

        assertThat(campaign.refuse(place("late", 2_500, "basket"))).isEqualTo(new Rejection.TierClosed("basket"));
        campaign.accept(confirm("held", 2_500));
        assertThat(campaign.escrow().tier("basket")).isEqualTo(new TierCount(2, 0, true));
        assertThat(campaign.escrow().terms()).as("frozen at the launch").isEqualTo(terms());
        campaign.accept(place("other", 500, "coffee"));
        campaign.accept(place("free", 2_500));
    }

    @Test
    void answersARefusedRequestThatIsMadeAgainTheSame() {
        campaign.accept(close("basket"));

        assertThat(campaign.refuse(place("p1", 2_500, "basket"))).isEqualTo(new Rejection.TierClosed("basket"));
        assertThat(campaign.refuse(place("p1", 2_500, "basket"))).isEqualTo(new Rejection.TierClosed("basket"));
    }

    @Test
    void refusesToChangeToItAndLetsThoseWhoHaveItChangeTheirAmount() {
        campaign.backed("p1", 3_000);
        campaign.accept(place("p2", 2_500, "basket"));
        campaign.accept(confirm("p2", 2_500));
        campaign.accept(close("basket"));

        assertThat(campaign.refuse(change("p1", "c1", 3_000, "basket"))).isEqualTo(new Rejection.TierClosed("basket"));
        campaign.accept(change("p2", "more", 3_000, "basket"));
        campaign.accept(confirm(START, "p2", payment("more"), 500, 0));
        assertThat(campaign.escrow().tier("basket")).isEqualTo(new TierCount(1, 0, true));
        campaign.accept(change("p2", "without", 3_000, null));
        assertThat(campaign.refuse(change("p2", "back", 3_000, "basket")))
                .as("given back for good")
                .isEqualTo(new Rejection.TierClosed("basket"));
    }

    @Test
    void takesCashForItNoMoreEither() {
        campaign.accept(close("coffee"));

        assertThat(campaign.refuse(new Command.EnterOfflinePledge(
                        START,
                        "cash-1",
                        new Money(500, "EUR"),
                        "coffee",
                        false,
                        Visibility.ANONYMOUS,
                        "f",
                        "m-agent",
                        Duration.ofDays(7))))
                .isEqualTo(new Rejection.TierClosed("coffee"));
    }

    @Test
    void isClosedOnceAndForEver() {
        campaign.accept(close("basket"));
        var history = List.copyOf(campaign.history());

        campaign.accept(close("basket"));

        assertThat(campaign.history()).isEqualTo(history);
        assertThat(campaign.refuse(close("boat"))).isEqualTo(new Rejection.UnknownTier("boat"));
    }

    @Test
    void isClosedWhileModeratorsLookIntoItAndNotWhenTheCampaignIsOver() {
        campaign.accept(new Command.SuspendCampaign(START, "to be looked into"));
        campaign.accept(close("basket"));
        campaign.accept(new Command.ResumeCampaign(START));
        campaign.accept(new Command.ReachDeadline(DEADLINE));

        assertThat(campaign.refuse(close("coffee"))).isInstanceOf(Rejection.CampaignNotLive.class);
        campaign.accept(close("basket"));
    }

    private static Command close(String tier) {
        return new Command.CloseTier(START.plusSeconds(300), tier);
    }

    private static Command change(String pledge, String change, long cents, @Nullable String tier) {
        return new Command.ChangePledge(
                START.plusSeconds(400),
                change,
                pledge,
                new Money(cents, "EUR"),
                tier,
                false,
                "f-" + change,
                payment(change),
                HOLD);
    }
}
