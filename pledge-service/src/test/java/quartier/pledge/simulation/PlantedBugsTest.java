package quartier.pledge.simulation;

import static quartier.pledge.simulation.Plant.assertFound;

import com.mongodb.MongoException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import quartier.platform.outbox.OutboundEvent;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.escrow.journal.MemoryStore;
import quartier.pledge.payment.DeclineReason;
import quartier.pledge.payment.PayOut;
import quartier.pledge.payment.PaymentResult;
import quartier.pledge.payment.PayoutResult;
import quartier.pledge.payment.RefundPayment;
import quartier.pledge.payment.RefundResult;

/**
 * What the simulator is worth: each of these mistakes, made at one port, is found within a few seeds. Those about
 * disputes, loans, reviews and payouts are in {@link PlantedMoneyBugsTest}.
 */
class PlantedBugsTest {

    @Test
    void findsAJournalThatOverwritesPages() {
        assertFound(Plant.store(() -> new MemoryStore() {
            @Override
            public void insert(List<BsonDocument> pages) {
                overwrite(pages);
            }
        }));
    }

    @Test
    void findsAnAnswerBeforeTheCommit() {
        assertFound(Plant.pages(good -> new BadPages(good) {
            private final Map<BsonDocument, BsonDocument> buffered = new HashMap<>();

            @Override
            public void insert(List<BsonDocument> pages) {
                // What was promised before is written now, if this process still lives.
                List<BsonDocument> before = List.copyOf(buffered.values());
                buffered.clear();
                pages.forEach(page -> buffered.put(page.getDocument("_id"), page));
                if (!before.isEmpty()) {
                    good.insert(before);
                }
            }
        }));
    }

    @Test
    void findsAWriterThatTakesATimeOutForASuccess() {
        assertFound(Plant.pages(good -> new BadPages(good) {
            @Override
            public void insert(List<BsonDocument> pages) {
                try {
                    good.insert(pages);
                } catch (Weather.Broken timeOut) {
                    // It will have arrived.
                }
            }
        }));
    }

    @Test
    void findsASnapshotWithPartsOfAnOlderOne() {
        Map<String, BsonDocument> first = new HashMap<>();
        assertFound(Plant.snapshots(good -> new BadSnapshots(good) {
            @Override
            public List<BsonDocument> parts(List<String> ids) {
                return good.parts(ids).stream().map(this::older).toList();
            }

            private BsonDocument older(BsonDocument part) {
                String[] words = part.getString("_id").getValue().split("/", -1);
                return first.computeIfAbsent(words[0] + words[2] + words[3], place -> part)
                        .clone()
                        .append("_id", part.get("_id"));
            }
        }));
    }

    @Test
    void findsARelayThatSkips() {
        assertFound(Plant.bus(good -> {
            int[] sent = {0};
            return event -> ++sent[0] % 50 == 0 ? CompletableFuture.completedFuture(true) : good.apply(event);
        }));
    }

    @Test
    void findsARelayThatDoesNotWaitForTheAcknowledgement() {
        assertFound(Plant.bus(good -> event -> {
            CompletableFuture<?> sent = good.apply(event);
            return sent.isCompletedExceptionally() ? CompletableFuture.completedFuture(true) : sent;
        }));
    }

    @Test
    void findsARelayThatForgetsWhereItWasGoing() {
        assertFound(Plant.projections(good -> new BadProjections(good) {
            @Override
            public void relayed(String campaign, long page) {
                super.relayed(campaign, page + 1);
            }
        }));
    }

    @Test
    void findsARelayThatPublishesInAnotherOrder() {
        assertFound(Plant.bus(good -> {
            Deque<OutboundEvent> kept = new ArrayDeque<>();
            return event -> {
                if (kept.isEmpty() && event.type().equals("quartier.pledge.confirmed.v1")) {
                    kept.add(event);
                    return CompletableFuture.completedFuture(true);
                }
                CompletableFuture<?> sent = good.apply(event);
                while (!kept.isEmpty()) {
                    sent = good.apply(kept.remove());
                }
                return sent;
            };
        }));
    }

    @Test
    void findsAProjectionThatGoesBack() {
        assertFound(Plant.store(() -> new MemoryStore() {
            @Override
            public void putPledges(String campaign, long page, List<Document> pledges) {
                pledges.forEach(pledge -> overwrite(page, pledge));
            }
        }));
    }

    @Test
    void findsAPositionThatMovesOnWithoutItsPledges() {
        assertFound(Plant.projections(good -> new BadProjections(good) {
            @Override
            public void putPledges(String campaign, long page, List<Document> pledges) {
                try {
                    super.putPledges(campaign, page, pledges);
                } catch (MongoException lost) {
                    // The campaign's position moves on all the same.
                }
            }
        }));
    }

    @Test
    void findsConfirmationsThatAreCountedTwice() {
        assertFound(Plant.escrows(good -> new BadEscrows(good) {
            private int told;

            @Override
            public CompletableFuture<Outcome> submit(String campaign, Command command) {
                return super.submit(
                        campaign,
                        command instanceof Command.PaymentConfirmed c
                                ? new Command.PaymentConfirmed(
                                        c.at(),
                                        c.pledge(),
                                        find(campaign)
                                                                .flatMap(e -> e.pledge(c.pledge()))
                                                                .isPresent()
                                                        && told++ == 0
                                                ? c.payment()
                                                : c.payment() + "#" + told,
                                        c.captured(),
                                        c.fee(),
                                        c.reversibleUntil())
                                : command);
            }
        }));
    }

    @Test
    void findsRefundsWithoutAKey() {
        int[] calls = {0};
        assertFound(Plant.provider(good -> new BadProvider(good) {
            @Override
            public RefundResult refund(RefundPayment request) {
                String key = "call-" + ++calls[0];
                return super.refund(
                        new RefundPayment(key, key, request.payment(), request.campaign(), request.amount()));
            }
        }));
    }

    @Test
    void findsPayoutsWithoutAKey() {
        int[] calls = {0};
        assertFound(Plant.provider(good -> new BadProvider(good) {
            @Override
            public PayoutResult payOut(PayOut request) {
                String key = "call-" + ++calls[0];
                return super.payOut(
                        new PayOut(key, request.payout(), request.campaign(), request.payee(), request.amount()));
            }
        }));
    }

    @Test
    void findsAPayoutsTimeOutThatIsTakenForARefusal() {
        assertFound(Plant.provider(good -> new BadProvider(good) {
            @Override
            public PayoutResult payOut(PayOut request) {
                return super.payOut(request) instanceof PayoutResult.Unknown
                        ? new PayoutResult.PayoutFailed("timed out")
                        : super.payOut(request);
            }
        }));
    }

    @Test
    void findsARefundThatIsOnlyBelieved() {
        assertFound(Plant.provider(good -> new BadProvider(good) {
            @Override
            public RefundResult refund(RefundPayment request) {
                RefundResult result = super.refund(request);
                return result instanceof RefundResult.Unknown ? new RefundResult.RefundSucceeded(World.START) : result;
            }
        }));
    }

    @Test
    void findsALookAtAnOldFold() {
        assertFound(Plant.escrows(good -> new BadEscrows(good) {
            private final Map<String, Optional<Escrow>> cached = new HashMap<>();

            @Override
            public Optional<Escrow> find(String campaign) {
                return cached.computeIfAbsent(campaign, super::find);
            }
        }));
    }

    @Test
    void findsACaptureThatIsTakenForADecline() {
        assertFound(Plant.provider(good -> new BadProvider(good) {
            @Override
            public PaymentResult lookUp(String payment) {
                PaymentResult result = super.lookUp(payment);
                return result instanceof PaymentResult.Captured
                        ? new PaymentResult.Declined(DeclineReason.NEVER_STARTED)
                        : result;
            }
        }));
    }
}
