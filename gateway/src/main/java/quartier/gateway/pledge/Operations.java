package quartier.gateway.pledge;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import quartier.gateway.call.Answer;
import quartier.gateway.call.Bearer;
import quartier.gateway.call.Listing;
import quartier.gateway.call.Money;
import quartier.gateway.call.Nothing;
import quartier.gateway.call.Service;
import quartier.gateway.call.ServiceClient;
import quartier.gateway.call.ServiceClient.Request;

/** What the operator looks after in the pledge-service. */
@Component
public class Operations {

    /** Of a list at once. */
    private static final int SOME = 25;

    public record CountAndSum(int count, Money sum) {}

    public record Refunds(CountAndSum due, CountAndSum done, CountAndSum failed) {

        /** Of all refunds, in percent and rounded down. */
        public long percentDone() {
            long all = (long) due.count() + done.count() + failed.count();
            return all == 0 ? 100 : done.count() * 100L / all;
        }
    }

    public record CampaignRun(
            String campaign,
            String state,
            @Nullable Instant deadline,
            boolean paused,
            Refunds refunds,
            List<PayoutRun> payouts,
            Money cashDue) {
        public CampaignRun {
            payouts = payouts == null ? List.of() : List.copyOf(payouts);
        }
    }

    public record PayoutRun(String payout, String state, Money amount) {}

    public record Run(
            boolean paused,
            double perSecond,
            double limitPerSecond,
            List<CampaignRun> items,
            @Nullable String next) {}

    public record Forecast(
            String campaign,
            Instant deadline,
            Money goal,
            Money raised,
            String verdict,
            @Nullable Split split,
            CountAndSum refunds,
            int open) {}

    public record Split(Money gross, Money commission, Money vat, Money fees, Money net) {}

    public record FailedRefund(
            String campaign,
            String refund,
            String pledge,
            Money amount,
            String reason,
            int attempt,
            @Nullable String failure,
            boolean accountGiven) {}

    public record Account(String holder, String iban, Money amount) {

        @Override
        public String toString() {
            return "Account[…]";
        }
    }

    public record Payout(
            String campaign,
            String payout,
            String owner,
            String state,
            Money amount,
            int attempt,
            @Nullable Instant from,
            @Nullable Instant at,
            @Nullable String failure) {}

    /** A lender's part of what an owner repaid, which the provider refused to send. */
    public record FailedRepayment(
            String campaign,
            String repayment,
            String payment,
            String pledge,
            Money amount,
            int attempt,
            String failure) {}

    /** @param receivedOn the day on the statement, as it was typed */
    public record Repayment(Money amount, String receivedOn, String reference) {}

    /** @param setOff what of it, once lost, has ended what its payer was owed */
    public record Dispute(
            String id,
            String campaign,
            String pledge,
            @Nullable String pledgeState,
            Money amount,
            Money fee,
            @Nullable Money setOff,
            String bornBy,
            String state,
            Instant openedAt) {}

    /** @param deadline the campaign's: no verdict falls before the review is done, or the limit of closing has passed */
    public record Review(
            String pledge,
            String campaign,
            Money amount,
            String backer,
            @Nullable String organisation,
            List<String> reasons,
            Instant since,
            @Nullable Instant deadline) {
        public Review {
            reasons = reasons == null ? List.of() : List.copyOf(reasons);
        }
    }

    public record Reconciliation(
            String provider,
            @Nullable Instant statementReadUntil,
            long suspended,
            long oldestSeconds,
            List<Suspended> lines) {
        public Reconciliation {
            lines = lines == null ? List.of() : List.copyOf(lines);
        }
    }

    public record Suspended(
            String kind,
            String reference,
            @Nullable String campaign,
            String currency,
            String why,
            long differenceMinorUnits,
            Instant since,
            long ageSeconds,
            List<Movement> statement,
            List<Movement> ledger) {

        public Suspended {
            statement = statement == null ? List.of() : List.copyOf(statement);
            ledger = ledger == null ? List.of() : List.copyOf(ledger);
        }

        public Duration age() {
            return Duration.ofSeconds(ageSeconds);
        }

        public Money sumOf(List<Movement> side) {
            return new Money(side.stream().mapToLong(Movement::minorUnits).sum(), currency);
        }

        public Money difference() {
            return new Money(differenceMinorUnits, currency);
        }
    }

    public record Movement(String id, long minorUnits, Instant at) {}

    /** @param running whether another one is under way now */
    public record Audit(
            Instant startedAt, Instant finishedAt, String mode, int campaigns, boolean running, List<Check> checks) {
        public Audit {
            checks = checks == null ? List.of() : List.copyOf(checks);
        }

        public boolean isClean() {
            return findings() == 0;
        }

        public long findings() {
            return checks.stream().mapToLong(Check::findings).sum();
        }

        public long examined() {
            return checks.stream().mapToLong(Check::examined).sum();
        }
    }

    public record Check(int number, String title, long examined, String unit, long findings, List<String> messages) {
        public Check {
            messages = messages == null ? List.of() : List.copyOf(messages);
        }
    }

    private final ServiceClient http;

    Operations(Function<Service, ServiceClient> clients) {
        this.http = clients.apply(Service.PLEDGE);
    }

    public Run run(Bearer operator, @Nullable String cursor) {
        return http.get(operator, Run.class, Request.of("/v1/settlement").with("cursor", cursor));
    }

    public Listing<Forecast> forecast(Bearer operator, Instant until, @Nullable String cursor) {
        return http.list(
                operator,
                Forecast.class,
                Request.of("/v1/settlement/forecast").with("until", until).with("cursor", cursor));
    }

    public Listing<FailedRefund> refunds(Bearer operator, String state, @Nullable String cursor) {
        return http.list(operator, FailedRefund.class, some("/v1/refunds", state, cursor));
    }

    public Account account(Bearer operator, String campaign, String refund) {
        return http.get(
                operator,
                Account.class,
                Request.of("/v1/campaigns/{campaign}/refunds/{refund}/account", campaign, refund));
    }

    /** @param state {@code failed}, {@code due} or {@code done} */
    public Listing<Payout> payouts(Bearer operator, String state, @Nullable String cursor) {
        return http.list(operator, Payout.class, some("/v1/payouts", state, cursor));
    }

    public Listing<FailedRepayment> failedRepayments(Bearer operator, @Nullable String cursor) {
        return http.list(operator, FailedRepayment.class, some("/v1/lender-repayments", null, cursor));
    }

    /** @param state {@code open}, {@code won} or {@code lost} */
    public Listing<Dispute> disputes(Bearer operator, String state, @Nullable String cursor) {
        return http.list(operator, Dispute.class, some("/v1/disputes", state, cursor));
    }

    /** Those that wait longest first. */
    public Listing<Review> reviews(Bearer operator, @Nullable String cursor) {
        return http.list(operator, Review.class, some("/v1/reviews", null, cursor));
    }

    /** The owner's transfer has arrived. */
    public Answer<OwnerLoans> receiveRepayment(
            Bearer operator, String campaign, String idempotencyKey, Repayment repayment) {
        return http.send(
                HttpMethod.POST,
                operator,
                OwnerLoans.class,
                Request.of("/v1/campaigns/{campaign}/repayments", campaign)
                        .header("Idempotency-Key", idempotencyKey)
                        .body(repayment));
    }

    public Reconciliation reconciliation(Bearer operator) {
        return http.get(operator, Reconciliation.class, Request.of("/v1/reconciliation"));
    }

    public Audit audit(Bearer operator) {
        return http.get(operator, Audit.class, Request.of("/v1/audit"));
    }

    /** @param mode {@code full} or {@code incremental} */
    public Answer<Nothing> beginAudit(Bearer operator, String mode) {
        return http.send(
                HttpMethod.POST,
                operator,
                Nothing.class,
                Request.of("/v1/audit").with("mode", mode).body(Map.of()));
    }

    /** What an owner would get of this sum; everybody may ask. */
    public Split simulate(Money goal, int commissionBasisPoints, int vatBasisPoints) {
        return http.get(
                Bearer.none(),
                Split.class,
                Request.of("/v1/simulator")
                        .with("goal", goal.amount())
                        .with("commissionBasisPoints", commissionBasisPoints)
                        .with("vatBasisPoints", vatBasisPoints)
                        .with("currency", goal.currency()));
    }

    public Answer<Nothing> post(Bearer operator, Map<String, ?> body, String path, Object... places) {
        return http.send(
                HttpMethod.POST,
                operator,
                Nothing.class,
                Request.of(path, places).body(body));
    }

    private static Request some(String path, @Nullable String state, @Nullable String cursor) {
        return Request.of(path).with("limit", SOME).with("state", state).with("cursor", cursor);
    }
}
