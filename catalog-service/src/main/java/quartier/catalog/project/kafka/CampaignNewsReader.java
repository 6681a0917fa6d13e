package quartier.catalog.project.kafka;

import org.jspecify.annotations.Nullable;
import quartier.catalog.project.CampaignNews;
import quartier.catalog.project.ProjectState;
import quartier.catalog.project.Totals;
import quartier.platform.messaging.ReceivedEvent;

/** Reads what the catalog uses of pledge-service's {@code quartier.pledge.campaigns}. */
final class CampaignNewsReader {

    sealed interface Reading {}

    record News(CampaignNews news) implements Reading {}

    /** A type that we know and have no use for. */
    record OfNoConcern() implements Reading {}

    record Unknown(String type) implements Reading {}

    /** The fields that we use; which of them are there depends on the event's type. */
    record Amount(long amount) {}

    record CampaignFact(
            String campaign,
            @Nullable String state,
            @Nullable Amount goal,
            @Nullable Amount collected,
            @Nullable Integer backers,
            @Nullable Integer percent) {}

    private CampaignNewsReader() {}

    static Reading read(ReceivedEvent event) {
        return switch (event.type()) {
            case "quartier.campaign.totals.v1" -> {
                CampaignFact fact = event.dataAs(CampaignFact.class);
                yield news(event, outcome(fact.state()), totals(fact));
            }
            case "quartier.campaign.closing.v1" -> news(event, ProjectState.CLOSING, null);
            case "quartier.campaign.funded.v1" ->
                news(event, ProjectState.FUNDED, totals(event.dataAs(CampaignFact.class)));
            case "quartier.campaign.not-funded.v1" ->
                news(event, ProjectState.NOT_FUNDED, totals(event.dataAs(CampaignFact.class)));
            case "quartier.campaign.cancelled.v1" -> news(event, ProjectState.CANCELLED, null);
            case "quartier.campaign.opened.v1",
                    "quartier.campaign.match-changed.v1",
                    "quartier.campaign.paid-out.v1",
                    "quartier.campaign.settled.v1" -> new OfNoConcern();
            default -> new Unknown(event.type());
        };
    }

    /** Of {@code quartier.pledge.campaigns.state}; null when there are none, or the type is another. */
    static @Nullable Totals stateOf(ReceivedEvent event) {
        return event.type().equals("quartier.campaign.state.v1") ? totals(event.dataAs(CampaignFact.class)) : null;
    }

    private static News news(ReceivedEvent event, @Nullable ProjectState state, @Nullable Totals totals) {
        return new News(new CampaignNews(event.subject(), event.sequence(), state, totals));
    }

    /** Live and suspended are the catalog's own facts: what pledge-service repeats of them may be old. */
    private static @Nullable ProjectState outcome(@Nullable String state) {
        return switch (state) {
            case "closing" -> ProjectState.CLOSING;
            case "funded" -> ProjectState.FUNDED;
            case "not_funded" -> ProjectState.NOT_FUNDED;
            case "cancelled" -> ProjectState.CANCELLED;
            case null, default -> null;
        };
    }

    private static @Nullable Totals totals(CampaignFact fact) {
        Amount collected = fact.collected();
        if (collected == null) {
            return null;
        }
        int backers = fact.backers() == null ? 0 : fact.backers();
        return new Totals(collected.amount(), percent(fact, collected), backers);
    }

    private static int percent(CampaignFact fact, Amount collected) {
        if (fact.percent() != null) {
            return fact.percent();
        }
        Amount goal = fact.goal();
        return goal == null || goal.amount() <= 0
                ? 0
                : Math.toIntExact(Math.multiplyExact(collected.amount(), 100L) / goal.amount());
    }
}
