package quartier.pledge.simulation;

import static quartier.pledge.simulation.Plant.assertFound;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.payment.DisputeResult;
import quartier.pledge.payment.DisputeResult.Status;
import quartier.pledge.payment.PayOut;
import quartier.pledge.payment.PaymentResult;
import quartier.pledge.payment.PayoutResult;
import quartier.pledge.payment.RefundPayment;
import quartier.pledge.payment.RefundResult;
import quartier.pledge.payment.StartPayment;

/** Mistakes about what happens to money after it came: each is found within a few seeds. */
class PlantedMoneyBugsTest {

    @Test
    void findsADisputeWhoseEndIsNeverHeard() {
        assertFound(disputes(known -> copy(known, known.feeMinorUnits(), Status.OPEN)));
    }

    @Test
    void findsALostDisputeThatIsTakenForAWonOne() {
        assertFound(disputes(known ->
                copy(known, known.feeMinorUnits(), known.status() == Status.LOST ? Status.WON : known.status())));
    }

    @Test
    void findsAnOpenDisputeThatIsTakenForALostOne() {
        assertFound(disputes(known ->
                copy(known, known.feeMinorUnits(), known.status() == Status.OPEN ? Status.LOST : known.status())));
    }

    @Test
    void findsADisputesFeeThatIsForgotten() {
        assertFound(disputes(known -> copy(known, 0, known.status())));
    }

    @Test
    void findsAnInquiryThatIsTakenForADispute() {
        assertFound(disputes(known ->
                copy(known, known.feeMinorUnits(), known.status() == Status.INQUIRY ? Status.OPEN : known.status())));
    }

    @Test
    void findsADisputeThatIsBookedUnderAnotherNameEachTime() {
        int[] calls = {0};
        assertFound(Plant.escrows(good -> new BadEscrows(good) {
            @Override
            public CompletableFuture<Outcome> submit(String campaign, Command command) {
                return super.submit(
                        campaign,
                        command instanceof Command.DisputeOpened c
                                ? new Command.DisputeOpened(
                                        c.at(),
                                        c.dispute() + "#" + ++calls[0],
                                        c.pledge(),
                                        c.payment(),
                                        c.amount(),
                                        c.fee())
                                : command);
            }
        }));
    }

    @Test
    void findsALenderWhoIsRepaidOncePerAttempt() {
        int[] calls = {0};
        assertFound(Plant.provider(good -> new BadProvider(good) {
            @Override
            public RefundResult refund(RefundPayment request) {
                String name = request.refund() + (request.refund().contains("-rep") ? "#" + ++calls[0] : "");
                String key = request.key() + (request.refund().contains("-rep") ? "#" + calls[0] : "");
                return super.refund(
                        new RefundPayment(key, name, request.payment(), request.campaign(), request.amount()));
            }
        }));
    }

    @Test
    void findsARepaymentThatIsEnteredUnderAnotherNameWhenItIsEnteredAgain() {
        int[] calls = {0};
        assertFound(Plant.escrows(good -> new BadEscrows(good) {
            @Override
            public CompletableFuture<Outcome> submit(String campaign, Command command) {
                return super.submit(
                        campaign,
                        command instanceof Command.ReceiveRepayment c
                                ? new Command.ReceiveRepayment(
                                        c.at(),
                                        c.repayment() + "#" + ++calls[0],
                                        c.amount(),
                                        c.reference(),
                                        c.receivedOn())
                                : command);
            }
        }));
    }

    @Test
    void findsArrearsThatNobodyMarks() {
        assertFound(Plant.escrows(good -> new BadEscrows(good) {
            @Override
            public CompletableFuture<Outcome> submit(String campaign, Command command) {
                return super.submit(
                        campaign,
                        command instanceof Command.MarkArrears c ? new Command.ReachDeadline(c.at()) : command);
            }
        }));
    }

    @Test
    void findsAPledgeThatIsNotHeldForItsReview() {
        assertFound(Plant.escrows(good -> new BadEscrows(good) {
            @Override
            public CompletableFuture<Outcome> submit(String campaign, Command command) {
                return super.submit(campaign, command instanceof Command.PlacePledge c ? unsuspected(c) : command);
            }
        }));
    }

    private static Command unsuspected(Command.PlacePledge command) {
        return new Command.PlacePledge(
                command.at(),
                command.pledge(),
                command.backer(),
                command.organisation(),
                command.backerKind(),
                command.amount(),
                command.tier(),
                command.visibility(),
                command.fingerprint(),
                command.payment(),
                command.hold(),
                command.loan(),
                command.rewardWaived(),
                List.of());
    }

    @Test
    void findsARefusalInReviewThatClearsInstead() {
        assertFound(Plant.escrows(good -> new BadEscrows(good) {
            @Override
            public CompletableFuture<Outcome> submit(String campaign, Command command) {
                return super.submit(
                        campaign,
                        command instanceof Command.RefusePledge c
                                ? new Command.ClearPledge(c.at(), c.pledge(), c.by())
                                : command);
            }
        }));
    }

    @Test
    void findsAPayoutThatCameBackAndIsTakenForPaid() {
        assertFound(Plant.provider(good -> new BadProvider(good) {
            @Override
            public PayoutResult payOut(PayOut request) {
                return paid(super.payOut(request));
            }

            @Override
            public PayoutResult lookUpPayout(String key) {
                return paid(super.lookUpPayout(key));
            }

            private static PayoutResult paid(PayoutResult result) {
                return result instanceof PayoutResult.PayoutReturned returned
                        ? new PayoutResult.PaidOut(returned.at())
                        : result;
            }
        }));
    }

    @Test
    void findsAPayoutThatIsTriedAgainUnderItsOldKey() {
        assertFound(Plant.provider(good -> new BadProvider(good) {
            @Override
            public PayoutResult payOut(PayOut request) {
                String key = request.key().replaceFirst("-p\\d+\\.\\d+$", "");
                return super.payOut(
                        new PayOut(key, request.payout(), request.campaign(), request.payee(), request.amount()));
            }
        }));
    }

    @Test
    void findsAPendingPayoutThatIsTakenForPaid() {
        assertFound(Plant.provider(good -> new BadProvider(good) {
            @Override
            public PayoutResult payOut(PayOut request) {
                PayoutResult result = super.payOut(request);
                return result instanceof PayoutResult.PayoutPending ? new PayoutResult.PaidOut(World.START) : result;
            }
        }));
    }

    @Test
    void findsADebitOfWhichNothingIsKeptInReserve() {
        assertFound(Plant.provider(good -> new BadProvider(good) {
            @Override
            public PaymentResult start(StartPayment request) {
                return irreversible(super.start(request));
            }

            @Override
            public PaymentResult lookUp(String payment) {
                return irreversible(super.lookUp(payment));
            }

            private static PaymentResult irreversible(PaymentResult result) {
                return result instanceof PaymentResult.Captured c
                        ? new PaymentResult.Captured(c.amount(), c.feeMinorUnits(), null, c.at())
                        : result;
            }
        }));
    }

    @Test
    void findsAPaymentsFeeThatIsForgotten() {
        assertFound(Plant.provider(good -> new BadProvider(good) {
            @Override
            public PaymentResult lookUp(String payment) {
                return super.lookUp(payment) instanceof PaymentResult.Captured c
                        ? new PaymentResult.Captured(c.amount(), 0, c.reversibleUntil(), c.at())
                        : super.lookUp(payment);
            }
        }));
    }

    private static Plant disputes(UnaryOperator<DisputeResult.Known> bad) {
        return Plant.provider(good -> new BadProvider(good) {
            @Override
            public DisputeResult lookUpDispute(String dispute) {
                return super.lookUpDispute(dispute) instanceof DisputeResult.Known known
                        ? bad.apply(known)
                        : super.lookUpDispute(dispute);
            }
        });
    }

    private static DisputeResult.Known copy(DisputeResult.Known known, long fee, Status status) {
        return new DisputeResult.Known(
                known.dispute(), known.payment(), known.campaign(), known.amount(), fee, status, known.openedAt());
    }
}
