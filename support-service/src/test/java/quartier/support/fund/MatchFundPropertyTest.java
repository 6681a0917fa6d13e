package quartier.support.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.support.fund.Funds.AGENT;
import static quartier.support.fund.Funds.NOW;
import static quartier.support.fund.Funds.campaign;
import static quartier.support.fund.Funds.open;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random lives of a fund beside campaigns that match, refund, release and repeat themselves. A life that fails is told by
 * its seed and the fewest steps that still fail: run it again with {@link #live}.
 */
class MatchFundPropertyTest {

    private static final int LIVES = 2_000;
    private static final int STEPS = 60;
    private static final int CAMPAIGNS = 6;
    private static final long BUDGET = 100_000;

    @Test
    void neverPromisesMoreThanItsBudgetNorTakesAPromiseBack() {
        for (long seed = 0; seed < LIVES; seed++) {
            String fault = live(seed, STEPS);
            if (!fault.isEmpty()) {
                throw new AssertionError("seed " + seed + ": " + shrunk(seed));
            }
        }
    }

    @Test
    void findsABudgetThatIsNotGuarded() {
        MatchFund fund = Funds.reserved(open(BUDGET, cappedOrNot(0)), "c0", BUDGET);
        Allowance too = new Allowance("a-c1", "c1", "c1", "C1", 1, 1, 0, AllowanceState.OPEN, NOW, 0);
        List<Allowance> more = new ArrayList<>(fund.allowances());
        more.add(too);

        assertThat(budgetHolds(more)).isFalse();
    }

    private static String shrunk(long seed) {
        for (int steps = 1; steps <= STEPS; steps++) {
            String fault = live(seed, steps);
            if (!fault.isEmpty()) {
                return "after " + steps + " steps: " + fault;
            }
        }
        return "it passes now: the life is not repeatable";
    }

    /** Empty when all held. */
    private static String live(long seed, int steps) {
        var random = new Random(seed);
        MatchFund fund = open(BUDGET, cappedOrNot(random.nextInt(2)));
        Map<String, CampaignSide> campaigns = new HashMap<>();
        for (int step = 0; step < steps; step++) {
            String id = "c" + random.nextInt(CAMPAIGNS);
            CampaignSide side = campaigns.computeIfAbsent(id, CampaignSide::new);
            MatchFund before = fund;
            fund = switch (decide(random, fund, side)) {
                case Decision.Changed changed -> {
                    changed.announced()
                            .forEach(allowance -> campaigns
                                    .computeIfAbsent(allowance.campaign(), CampaignSide::new)
                                    .hear(allowance));
                    yield changed.fund();
                }
                case Decision.Unchanged unchanged -> unchanged.fund();
                case Decision.Refused refused -> before;
            };
            String fault = fault(before, fund);
            if (!fault.isEmpty()) {
                return fault;
            }
        }
        return "";
    }

    private static Decision decide(Random random, MatchFund fund, CampaignSide side) {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> fund.reserve("a-" + side.id, campaign(side.id), 1L + random.nextInt(40_000), AGENT, NOW);
            case 3 -> random.nextBoolean() ? fund.closeAllowance(side.id) : fund.end(side.end(), 25, NOW);
            case 4 -> random.nextInt(20) == 0 ? fund.close() : fund.closeAllowance("nowhere");
            case 5 -> told(fund, side.release(random));
            case 6 -> told(fund, side.last); // twice
            case 7 -> told(fund, side.anyBefore(random)); // late
            default -> told(fund, side.match(random));
        };
    }

    private static Decision told(MatchFund fund, MatchReport report) {
        boolean known = fund.allowances().stream().anyMatch(one -> one.id().equals(report.allowance()));
        return known ? fund.hear(report, 25, NOW) : new Decision.Unchanged(fund);
    }

    private static String fault(MatchFund before, MatchFund after) {
        if (!budgetHolds(after.allowances())) {
            return "over budget: " + after;
        }
        for (Allowance allowance : after.allowances()) {
            long granted = before.allowanceOf(allowance.campaign())
                    .map(Allowance::grantedMinorUnits)
                    .orElse(0L);
            if (allowance.grantedMinorUnits() < granted) {
                return "a promise was made smaller: " + allowance;
            }
            Long cap = after.terms().rule().perCampaignMinorUnits();
            if (cap != null && allowance.grantedMinorUnits() > cap) {
                return "over the campaign's cap: " + allowance;
            }
        }
        return after.freeMinorUnits() + after.reservedMinorUnits() == BUDGET ? "" : "money was lost: " + after;
    }

    /** Counted here again, without the fund's own sums. */
    private static boolean budgetHolds(List<Allowance> allowances) {
        long promised = 0;
        for (Allowance allowance : allowances) {
            promised += allowance.state() == AllowanceState.RELEASED
                    ? allowance.matchedMinorUnits()
                    : allowance.grantedMinorUnits();
        }
        return promised <= BUDGET;
    }

    private static MatchRule cappedOrNot(int which) {
        return new MatchRule.Proportional(1_000, 0, null, null, which == 0 ? null : 60_000L);
    }

    /** What the pledge-service would say: never more matched than it has heard granted. */
    private static final class CampaignSide {
        private final String id;
        private final List<MatchReport> said = new ArrayList<>();
        private long granted;
        private long matched;
        private long sequence;
        private boolean released;
        private MatchReport last;

        CampaignSide(String id) {
            this.id = id;
            this.last = say();
        }

        void hear(Allowance allowance) {
            granted = allowance.grantedMinorUnits();
        }

        MatchReport match(Random random) {
            long most = released ? matched : granted; // once released, refunds only
            matched = most == 0 ? 0 : random.nextLong(most + 1);
            return say();
        }

        MatchReport release(Random random) {
            released = released || random.nextInt(3) == 0;
            return say();
        }

        /** All that it had to say was heard before; matches may fall from now on. */
        String end() {
            released = true;
            return id;
        }

        MatchReport anyBefore(Random random) {
            return said.get(random.nextInt(said.size()));
        }

        private MatchReport say() {
            sequence++;
            last = new MatchReport("f1", "a-" + id, matched, "EUR", released, sequence);
            said.add(last);
            return last;
        }
    }
}
