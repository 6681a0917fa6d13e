package quartier.pledge.escrow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Campaigns and commands to test with: the terms of a café with a breakfast for fifteen and three big baskets. */
public final class Campaigns {

    public static final Instant START = Instant.parse("2026-11-01T08:00:00Z");
    public static final Instant DEADLINE = START.plus(Duration.ofDays(30));
    public static final Duration HOLD = Duration.ofMinutes(15);
    public static final String OWNER = "m-alexis";

    private Campaigns() {}

    public static Terms terms() {
        return terms(10_000, 15_000);
    }

    public static Terms terms(long goal, long cap) {
        return new Terms(
                "EUR",
                goal,
                cap,
                DEADLINE,
                600,
                2_000,
                Set.of(PledgeKind.GIFT, PledgeKind.GIFT_WITH_REWARD),
                List.of(
                        new Tier("coffee", 500, "Un café équitable", null, "2027-01", null),
                        new Tier("basket", 2_500, "Un panier de légumes", 3, null, null)),
                Duration.ofDays(2),
                null);
    }

    public static Command.OpenCampaign open(Terms terms) {
        return new Command.OpenCampaign(START, OWNER, terms);
    }

    public static Command.PlacePledge place(String pledge, long cents) {
        return place(pledge, cents, null);
    }

    public static Command.PlacePledge place(String pledge, long cents, @Nullable String tier) {
        return place(START.plusSeconds(60), pledge, "m-" + pledge, BackerKind.PERSON, new Money(cents, "EUR"), tier);
    }

    public static Command.PlacePledge place(
            Instant at, String pledge, String backer, BackerKind kind, Money amount, @Nullable String tier) {
        return new Command.PlacePledge(
                at,
                pledge,
                backer,
                null,
                kind,
                amount,
                tier,
                Visibility.FIRST_NAME,
                "fingerprint-" + pledge,
                payment(pledge),
                HOLD,
                false,
                false,
                List.of());
    }

    public static String payment(String pledge) {
        return "pay-" + pledge;
    }

    public static Command.PaymentConfirmed confirm(String pledge, long cents) {
        return confirm(START.plusSeconds(120), pledge, payment(pledge), cents, 0);
    }

    public static Command.PaymentConfirmed confirm(Instant at, String pledge, String payment, long cents, long fee) {
        return new Command.PaymentConfirmed(at, pledge, payment, new Money(cents, "EUR"), new Money(fee, "EUR"), null);
    }

    /** Terms that take loans, repaid in three monthly instalments from the second month on. */
    public static Terms lending() {
        Terms terms = terms();
        return new Terms(
                terms.currency(),
                terms.goal(),
                terms.cap(),
                terms.deadline(),
                terms.commissionBasisPoints(),
                terms.vatBasisPoints(),
                Set.of(PledgeKind.values()),
                terms.tiers(),
                terms.closingLimit(),
                new LoanTerms(5_000, 1, 3));
    }

    public static Command.ChangePledge change(String pledge, String change, long cents, @Nullable String tier) {
        return new Command.ChangePledge(
                START.plusSeconds(600),
                change,
                pledge,
                new Money(cents, "EUR"),
                tier,
                false,
                "fingerprint-" + change,
                payment(change),
                HOLD);
    }
}
