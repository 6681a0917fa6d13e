package quartier.gateway.pledge;

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

    private static final int MOST = 100;

    public record CountAndSum(int count, Money sum) {}

    public record Refunds(CountAndSum due, CountAndSum done, CountAndSum failed) {

        /** Of all refunds, in percent and rounded down. */
        public long percentDone() {
            long all = (long) due.count() + done.count() + failed.count();
            return all == 0 ? 100 : done.count() * 100L / all;
        }
    }

    public record CampaignRun(String campaign, String state, boolean paused, Refunds refunds, Money cashDue) {}

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
            @Nullable String failure) {}

    public record Dispute(
            String id,
            String campaign,
            String pledge,
            @Nullable String pledgeState,
            Money amount,
            Money fee,
            String bornBy,
            String state,
            Instant openedAt) {}

    public record Review(String pledge, String campaign, Money amount, List<String> reasons, Instant since) {
        public Review {
            reasons = reasons == null ? List.of() : List.copyOf(reasons);
        }
    }

    public record Reconciliation(@Nullable Instant statementReadUntil, long suspended, List<Suspended> lines) {
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
            Instant since) {

        public Money difference() {
            return new Money(differenceMinorUnits, currency);
        }
    }

    public record Audit(Instant startedAt, Instant finishedAt, String mode, int campaigns, List<Check> checks) {
        public Audit {
            checks = checks == null ? List.of() : List.copyOf(checks);
        }

        public boolean isClean() {
            return checks.stream().allMatch(check -> check.findings() == 0);
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

    public Listing<FailedRefund> refunds(Bearer operator, String state) {
        return http.list(operator, FailedRefund.class, some("/v1/refunds").with("state", state));
    }

    public Account account(Bearer operator, String campaign, String refund) {
        return http.get(
                operator,
                Account.class,
                Request.of("/v1/campaigns/{campaign}/refunds/{refund}/account", campaign, refund));
    }

    public Listing<Payout> failedPayouts(Bearer operator) {
        return http.list(operator, Payout.class, some("/v1/payouts").with("state", "failed"));
    }

    public Listing<Dispute> disputes(Bearer operator) {
        return http.list(operator, Dispute.class, some("/v1/disputes").with("state", "open"));
    }

    public Listing<Review> reviews(Bearer operator) {
        return http.list(operator, Review.class, some("/v1/reviews"));
    }

    public Reconciliation reconciliation(Bearer operator) {
        return http.get(operator, Reconciliation.class, Request.of("/v1/reconciliation"));
    }

    public Audit audit(Bearer operator) {
        return http.get(operator, Audit.class, Request.of("/v1/audit"));
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

    private static Request some(String path) {
        return Request.of(path).with("limit", MOST);
    }
}
