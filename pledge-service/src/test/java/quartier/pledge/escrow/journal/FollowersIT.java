package quartier.pledge.escrow.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static quartier.pledge.escrow.Campaigns.DEADLINE;
import static quartier.pledge.escrow.Campaigns.START;
import static quartier.pledge.escrow.Campaigns.confirm;
import static quartier.pledge.escrow.Campaigns.open;
import static quartier.pledge.escrow.Campaigns.payment;
import static quartier.pledge.escrow.Campaigns.place;
import static quartier.pledge.escrow.Campaigns.terms;
import static quartier.pledge.escrow.journal.Replicas.accept;

import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import quartier.platform.outbox.OutboundEvent;
import quartier.pledge.escrow.Bookkeeping;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Decision;
import quartier.pledge.escrow.Entry;
import quartier.pledge.escrow.Folded;
import quartier.pledge.escrow.Journal;
import quartier.pledge.escrow.PledgeStatus;
import quartier.pledge.escrow.PledgeView;
import quartier.pledge.escrow.PledgeViews;
import quartier.pledge.escrow.Rules;
import quartier.testing.EventContracts;

class FollowersIT {

    private static final String CAMPAIGN = "kfe";

    private final Replicas replicas = new Replicas();

    @AfterEach
    void stop() {
        replicas.close();
    }

    @Test
    void publishesAFundedCampaignsFactsInTheirOrder() {
        EscrowEngine engine = replicas.start();
        accept(engine, CAMPAIGN, open(terms()));
        accept(engine, CAMPAIGN, place("p1", 10_000));
        accept(engine, CAMPAIGN, confirm("p1", 10_000));
        accept(engine, CAMPAIGN, new Command.ReachDeadline(DEADLINE));
        accept(engine, CAMPAIGN, new Command.PayoutSucceeded(DEADLINE, "main", 1, "po-1"));

        await().until(() ->
                replicas.bus().ofType("quartier.campaign.settled.v1").size() == 1);
        List<OutboundEvent> events = replicas.bus().events();

        assertThat(events.stream().map(OutboundEvent::type).filter(type -> !type.contains("state")))
                .containsExactly(
                        "quartier.campaign.opened.v1",
                        "quartier.campaign.totals.v1",
                        "quartier.pledge.confirmed.v1",
                        "quartier.campaign.totals.v1",
                        "quartier.campaign.closing.v1",
                        "quartier.campaign.funded.v1",
                        "quartier.campaign.totals.v1",
                        "quartier.campaign.paid-out.v1",
                        "quartier.campaign.settled.v1");
        assertThat(events).allMatch(event -> event.key().equals(CAMPAIGN));
        assertThat(events).extracting(OutboundEvent::sequence).isSorted();
        assertThat(events).allMatch(event -> Replicas.TRACE.equals(event.traceparent()));
        assertThat(replicas.bus()
                        .ofType("quartier.campaign.paid-out.v1")
                        .getFirst()
                        .json())
                .contains("\"net\":{\"amount\":9280,\"currency\":\"EUR\"}");
    }

    @Test
    void goesOnPledgingWhileTheBrokerIsAwayAndPublishesLater() {
        EscrowEngine engine = replicas.start();
        replicas.bus().goAway();
        accept(engine, CAMPAIGN, open(terms()));
        for (int i = 0; i < 10; i++) {
            accept(engine, CAMPAIGN, place("p" + i, 100));
            accept(engine, CAMPAIGN, confirm("p" + i, 100));
        }
        await().until(() -> projectedPage() == 21);
        assertThat(replicas.bus().events()).isEmpty();

        replicas.bus().comeBack();

        await().until(() ->
                replicas.bus().ofType("quartier.pledge.confirmed.v1").size() >= 10);
        assertThat(replicas.bus().ofType("quartier.pledge.confirmed.v1").stream()
                        .map(OutboundEvent::subject)
                        .distinct())
                .containsExactly("p0", "p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9");
        assertThat(replicas.bus().events()).extracting(OutboundEvent::sequence).isSorted();
    }

    @Test
    void projectsAndPublishesWhatAProcessCommittedBeforeItCrashed() {
        try (MongoJournal crashed = new MongoJournal(replicas.database())) {
            new ProjectionStore(replicas.database()).opening(CAMPAIGN);
            Folded folded = Folded.nothing(CAMPAIGN);
            folded = commit(crashed, folded, open(terms()));
            folded = commit(crashed, folded, place("p1", 500));
            commit(crashed, folded, confirm("p1", 500));
        }

        EscrowEngine engine = replicas.start();

        await().until(() ->
                replicas.bus().ofType("quartier.pledge.confirmed.v1").size() == 1);
        await().until(() -> projectedPage() == 3);
        assertThat(engine.pledges().find("p1").map(PledgeView::status)).hasValue(PledgeStatus.CONFIRMED);
    }

    @Test
    void publishesTheRestAfterACrashBetweenTwoPages() {
        EscrowEngine first = replicas.start();
        accept(first, CAMPAIGN, open(terms()));
        await().until(() -> relayedPage() == 1);
        replicas.bus().goAway();
        accept(first, CAMPAIGN, place("p1", 500));
        accept(first, CAMPAIGN, confirm("p1", 500));
        first.close();
        replicas.bus().comeBack();

        replicas.start();

        await().until(() -> relayedPage() == 3);
        assertThat(replicas.bus().events().stream().map(OutboundEvent::id).distinct())
                .hasSize(6); // opened, confirmed, and twice the totals and the state
    }

    @Test
    void projectsEveryPledgeOfACampaignThatFailed() {
        EscrowEngine engine = replicas.start();
        accept(engine, CAMPAIGN, open(terms()));
        for (int i = 0; i < 5; i++) {
            accept(engine, CAMPAIGN, place("p" + i, 100));
            accept(engine, CAMPAIGN, confirm("p" + i, 100));
        }
        accept(engine, CAMPAIGN, new Command.ReachDeadline(DEADLINE));
        accept(engine, CAMPAIGN, new Command.RefundSucceeded(DEADLINE, payment("p3")));

        await().until(() -> projectedPage() == 13);

        assertThat(engine.pledges().ofCampaign(CAMPAIGN, null, 10).pledges())
                .extracting(view -> view.promise().pledge() + " " + view.status())
                .containsExactlyInAnyOrder(
                        "p0 REFUND_DUE", "p1 REFUND_DUE", "p2 REFUND_DUE", "p3 REFUNDED", "p4 REFUND_DUE");
        await().until(() -> replicas.bus().ofType("quartier.pledge.refunded.v1").size() == 1);
        assertThat(replicas.bus()
                        .ofType("quartier.pledge.refunded.v1")
                        .getFirst()
                        .json())
                .contains("\"reason\":\"not_funded\"");
    }

    @Test
    void listsPledgesByPages() {
        EscrowEngine engine = replicas.start();
        accept(engine, CAMPAIGN, open(terms()));
        for (int i = 0; i < 5; i++) {
            accept(engine, CAMPAIGN, place("p" + i, 100));
        }
        await().until(() -> projectedPage() == 6);

        PledgeViews.Slice first = engine.pledges().ofCampaign(CAMPAIGN, null, 3);
        PledgeViews.Slice second = engine.pledges().ofCampaign(CAMPAIGN, first.next(), 3);

        assertThat(first.pledges()).hasSize(3);
        assertThat(second.pledges()).hasSize(2).doesNotContainAnyElementsOf(first.pledges());
        assertThat(second.next()).isNull();
        assertThat(engine.pledges().ofBacker("m-p1", null, 10).pledges()).hasSize(1);
        assertThat(engine.pledges().confirmedOf(CAMPAIGN, null, 10).pledges()).isEmpty();
    }

    @Test
    void findsCampaignsThatHaveWork() {
        EscrowEngine engine = replicas.start();
        accept(engine, CAMPAIGN, open(terms()));
        await().until(() -> projectedPage() == 1);
        assertThat(engine.escrows().withWork(START, 10)).isEmpty();
        assertThat(engine.escrows().withWork(DEADLINE, 10)).containsExactly(CAMPAIGN);
    }

    @Test
    void publishesWhatItsContractsSay() {
        EscrowEngine engine = replicas.start();
        accept(engine, CAMPAIGN, open(terms()));
        accept(engine, CAMPAIGN, place("p1", 2_500, "basket"));
        accept(engine, CAMPAIGN, confirm("p1", 2_500));
        accept(engine, CAMPAIGN, new Command.CancelPledge(START, "p1"));
        accept(engine, CAMPAIGN, new Command.RefundFailed(START, payment("p1"), 1, "account closed"));
        accept(engine, CAMPAIGN, new Command.RefundSucceeded(START, payment("p1")));
        accept(engine, CAMPAIGN, place("p2", 10_000));
        accept(engine, CAMPAIGN, confirm("p2", 10_000));
        accept(engine, CAMPAIGN, new Command.ReachDeadline(DEADLINE));
        accept(engine, CAMPAIGN, new Command.PayoutSucceeded(DEADLINE, "main", 1, "po-1"));
        accept(engine, "library", open(terms()));
        accept(engine, "library", place("p3", 100));
        accept(engine, "library", confirm("p3", 100));
        accept(engine, "library", new Command.CancelCampaign(START, "moved away"));
        accept(engine, "bakery", open(terms()));
        accept(engine, "bakery", new Command.ReachDeadline(DEADLINE));
        await().until(() -> replicas.bus()
                                .ofType("quartier.campaign.settled.v1")
                                .size()
                        == 2
                && replicas.bus().ofType("quartier.campaign.cancelled.v1").size() == 1);

        List<OutboundEvent> events = replicas.bus().events();

        EventContracts contracts = EventContracts.own();
        for (OutboundEvent event : events) {
            assertThat(contracts.faultsOf(event.type(), event.json()))
                    .as("%s %s", event.type(), event.json())
                    .isEmpty();
        }
        assertThat(events.stream().map(OutboundEvent::type).distinct()).hasSize(13);
        assertThat(contracts.faults()).isEmpty();
    }

    private long projectedPage() {
        return position("projectedPage");
    }

    private long relayedPage() {
        return position("relayedPage");
    }

    private long position(String field) {
        Document escrow = replicas.database()
                .getCollection(ProjectionStore.ESCROWS)
                .find(new Document("_id", CAMPAIGN))
                .first();
        return escrow == null ? 0 : escrow.getLong(field);
    }

    /** A commit without anything that follows it. */
    private static Folded commit(MongoJournal journal, Folded before, Command command) {
        if (Rules.decide(CAMPAIGN, before.escrow(), command) instanceof Decision.Accepted accepted) {
            Entry entry = new Entry(null, accepted.events(), Bookkeeping.transactionOf(accepted.events()));
            Journal.Draft draft = journal.draft(CAMPAIGN, before.page() + 1, before.hash(), List.of(entry));
            assertThat(draft.write().join()).isInstanceOf(Journal.Appended.Written.class);
            return before.plus(draft.page());
        }
        throw new AssertionError("refused: " + command);
    }
}
