package quartier.catalog.project;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The territory's guard rails: everything that a project must be to be submitted and, again, to be launched. All
 * broken rules are told at once.
 */
final class Guardrails {

    private static final int MOST_WANTED = 1_000;
    private static final String GIFT_WITH_REWARD = "gift_with_reward";

    private final ProjectForm form;
    private final Policy policy;
    private final LocalDate today;
    private final List<Violation> found;

    private Guardrails(ProjectForm form, Policy policy, LocalDate today) {
        this.form = form;
        this.policy = policy;
        this.today = today;
        this.found = new ArrayList<>(Limits.check(form));
    }

    /** @param today the date on the territory's wall */
    static List<Violation> check(ProjectForm form, Policy policy, LocalDate today) {
        var rails = new Guardrails(form, policy, today);
        rails.words();
        rails.campaign();
        rails.tiers();
        rails.needs();
        rails.mandate();
        rails.coproduction();
        return rails.found;
    }

    private void words() {
        Limits.required(found, "title", form.title());
        Limits.required(found, "pitch", form.pitch());
        Limits.required(found, "story", form.story());
        Limits.required(found, "theme", form.theme());
        Limits.required(found, "ownerKind", form.ownerKind());
        String theme = form.theme();
        if (theme != null && !theme.isBlank() && !policy.themes().contains(theme)) {
            breach("theme", Rule.UNKNOWN_THEME, theme);
        }
        String district = form.district();
        if (district != null
                && !district.isBlank()
                && !policy.districts().isEmpty()
                && !policy.districts().contains(district)) {
            breach("district", Rule.UNKNOWN_DISTRICT, district);
        }
        if (form.licence() != null && Licence.named(form.licence()).isEmpty()) {
            breach("licence", Rule.UNKNOWN_LICENCE);
        }
        String ownerKind = form.ownerKind();
        if (ownerKind != null
                && !ownerKind.isBlank()
                && OwnerKind.named(form.ownerKind()).isEmpty()) {
            breach("ownerKind", Rule.UNKNOWN_OWNER_KIND);
        }
    }

    private void campaign() {
        Integer days = form.durationDays();
        if (days == null) {
            breach("durationDays", Rule.REQUIRED);
        } else if (days < policy.minimumDays() || days > policy.maximumDays()) {
            breach("durationDays", Rule.DURATION_OUTSIDE_POLICY, policy.minimumDays(), policy.maximumDays());
        }
        Money goal = form.goal();
        if (goal == null) {
            breach("goal", Rule.REQUIRED);
        } else if (isRight("goal", goal)) {
            if (goal.amount() > policy.goalCapMinorUnits()) {
                breach("goal", Rule.GOAL_OVER_CAP, major(policy.goalCapMinorUnits()));
            } else {
                stretchGoals(goal.amount());
            }
        }
        for (int i = 0; i < form.otherFunding().size(); i++) {
            Funding funding = form.otherFunding().get(i);
            Limits.required(found, "otherFunding[" + i + "].source", funding.source());
            isRight("otherFunding[" + i + "].amount", funding.amount());
        }
        budget();
    }

    /** What is spent is what comes in: the goal and the other sources. A bare list of sums balances or says so. */
    private void budget() {
        boolean allRight = true;
        for (int i = 0; i < form.budget().size(); i++) {
            Funding line = form.budget().get(i);
            Limits.required(found, "budget[" + i + "].source", line.source());
            allRight &= isRight("budget[" + i + "].amount", line.amount());
        }
        Money goal = form.goal();
        if (form.budget().isEmpty() || !allRight || goal == null) {
            return;
        }
        BigInteger spent = sum(form.budget());
        BigInteger covered = sum(form.otherFunding()).add(BigInteger.valueOf(goal.amount()));
        if (!spent.equals(covered)) {
            breach("budget", Rule.BUDGET_NOT_BALANCED, major(spent), major(covered));
        }
    }

    /** What was typed may be absurd: it must not overflow. */
    private static BigInteger sum(List<Funding> lines) {
        return lines.stream()
                .map(line -> BigInteger.valueOf(line.amount().amount()))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static BigDecimal major(BigInteger minorUnits) {
        return new BigDecimal(minorUnits, 2).stripTrailingZeros();
    }

    private void stretchGoals(long goalMinorUnits) {
        long cap = policy.capOf(goalMinorUnits);
        long previous = goalMinorUnits;
        for (int i = 0; i < form.stretchGoals().size(); i++) {
            String field = "stretchGoals[" + i + "]";
            Money stretch = form.stretchGoals().get(i);
            if (!isRight(field, stretch)) {
                continue;
            }
            if (stretch.amount() <= goalMinorUnits) {
                breach(field, Rule.STRETCH_NOT_ABOVE_GOAL);
            } else if (stretch.amount() <= previous) {
                breach(field, Rule.STRETCH_NOT_ASCENDING);
            } else if (stretch.amount() > cap) {
                breach(field, Rule.STRETCH_OVER_CAP, major(cap));
            }
            previous = Math.max(previous, stretch.amount());
        }
    }

    private void tiers() {
        Money goal = form.goal();
        if (!form.tiers().isEmpty() && !policy.pledgeKinds().contains(GIFT_WITH_REWARD)) {
            breach("tiers", Rule.REWARDS_NOT_ALLOWED);
        }
        if (form.tiers().isEmpty() && policy.rails().rewardsRequired()) {
            breach("tiers", Rule.REWARDS_MISSING);
        }
        boolean capIsKnown = goal != null && goal.amount() > 0 && goal.amount() <= policy.goalCapMinorUnits();
        for (int i = 0; i < form.tiers().size(); i++) {
            String field = "tiers[" + i + "]";
            Tier tier = form.tiers().get(i);
            Limits.required(found, field + ".reward", tier.reward());
            if (isRight(field + ".amount", tier.amount()) && goal != null && capIsKnown) {
                long cap = policy.capOf(goal.amount());
                if (tier.amount().amount() > cap) {
                    breach(field + ".amount", Rule.TIER_OVER_CAP, major(cap));
                }
            }
            Integer stock = tier.stock();
            if (stock != null && stock < 1) {
                breach(field + ".stock", Rule.STOCK_NOT_POSITIVE);
            }
            Clues.paidReturn(tier.reward()).ifPresent(words -> breach(field + ".reward", Rule.PAID_RETURN, words));
            if (tier.handover() != null && Handover.named(tier.handover()).isEmpty()) {
                breach(field + ".handover", Rule.UNKNOWN_HANDOVER);
            }
            marketValue(field + ".marketValue", tier);
            deliveryMonth(field + ".deliveryMonth", tier.deliveryMonth());
        }
    }

    /** Thanks are worth nothing: zero is all right. A reward that is worth its price is a sale, not thanks. */
    private void marketValue(String field, Tier tier) {
        Money value = tier.marketValue();
        if (value == null || value.amount() == 0 || !isRight(field, value)) {
            return;
        }
        int percent = policy.rails().symbolicPercent();
        if (BigDecimal.valueOf(value.amount(), -2)
                        .compareTo(BigDecimal.valueOf(tier.amount().amount()).multiply(BigDecimal.valueOf(percent)))
                > 0) {
            breach(field, Rule.REWARD_NOT_SYMBOLIC, percent);
        }
    }

    private void deliveryMonth(String field, @Nullable String month) {
        if (month != null
                && Calendar.month(month)
                        .filter(delivery -> delivery.isBefore(YearMonth.from(today)))
                        .isPresent()) {
            breach(field, Rule.DELIVERY_MONTH_PAST);
        }
    }

    private void needs() {
        for (int i = 0; i < form.needs().size(); i++) {
            String field = "needs[" + i + "]";
            Need need = form.needs().get(i);
            Limits.required(found, field + ".title", need.title());
            if (NeedKind.named(need.kind()).isEmpty()) {
                breach(field + ".kind", Rule.UNKNOWN_NEED_KIND);
            }
            if (need.quantity() < 1 || need.quantity() > MOST_WANTED) {
                breach(field + ".quantity", Rule.QUANTITY_OUT_OF_RANGE, MOST_WANTED);
            }
        }
    }

    private void mandate() {
        if (OwnerKind.named(form.ownerKind())
                .filter(OwnerKind.PUBLIC_BODY::equals)
                .isEmpty()) {
            return;
        }
        Mandate mandate = form.publicBody();
        if (mandate == null) {
            breach("publicBody", Rule.PUBLIC_BODY_NEEDS_MANDATE);
            return;
        }
        Limits.required(found, "publicBody.mandateReference", mandate.reference());
        Limits.required(found, "publicBody.mandateDate", mandate.date());
        Limits.required(found, "publicBody.accountantApproval", mandate.accountantApproval());
        String beyond = mandate.beyondMission();
        if (beyond == null || beyond.isBlank()) {
            breach("publicBody.beyondMission", Rule.BEYOND_MISSION_MISSING);
        }
        String date = mandate.date();
        if (date != null && Calendar.day(date).filter(day -> day.isAfter(today)).isPresent()) {
            breach("publicBody.mandateDate", Rule.DATE_IN_FUTURE);
        }
    }

    private void coproduction() {
        if (policy.rails().needsRequired() && form.needs().isEmpty()) {
            breach("needs", Rule.NEEDS_MISSING);
        }
    }

    private boolean isRight(String field, Money money) {
        if (!money.currency().equals(policy.currency())) {
            breach(field, Rule.OTHER_CURRENCY, policy.currency());
            return false;
        }
        if (money.amount() <= 0) {
            breach(field, Rule.AMOUNT_NOT_POSITIVE);
            return false;
        }
        return true;
    }

    private static BigDecimal major(long minorUnits) {
        return BigDecimal.valueOf(minorUnits, 2).stripTrailingZeros();
    }

    private void breach(String field, Rule rule, Object... arguments) {
        found.add(Violation.of(field, rule, arguments));
    }
}
