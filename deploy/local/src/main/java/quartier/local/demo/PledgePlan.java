package quartier.local.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who gives what on which day, so that the sums come out as the sheet says: whole euros, one pledge a backer, a quarter
 * of them in the first three days and a fifth in the last three.
 */
final class PledgePlan {

    /** What people give, as often as it stands here. */
    private static final long[] USUAL_EUROS = {5, 10, 10, 15, 20, 20, 20, 25, 25, 25, 30, 30, 40, 50, 50, 60, 100};

    /** The first of the people is Rémi, who can sign in: something lives, something came true, something failed. */
    private static final Set<Integer> BACKED_BY_THE_FIRST = Set.of(1, 2, 9);

    private static final long[] STEPS_EUROS = {1, 5, 10, 20, 50};
    private static final long LEAST_EUROS = 5;
    private static final double SHARE_OF_FIRST_DAYS = 0.25;
    private static final double SHARE_OF_LAST_DAYS = 0.2;
    private static final int FIRST_OR_LAST_DAYS = 3;

    /**
     * @param day counted from the launch
     * @param backer index into the backers
     * @param tier index into the project's tiers; null without a reward
     */
    record Planned(
            int day, int backer, long euros, @Nullable Integer tier, String visibility) {}

    private final DemoProject project;
    private final Random random;

    private PledgePlan(DemoProject project) {
        this.project = project;
        this.random = new Random(project.number()); // the same demo each time
    }

    /**
     * @param euros to be given in all
     * @param backers by so many different people
     * @param pool how many people there are
     */
    static List<Planned> of(DemoProject project, long euros, int backers, int pool) {
        if (backers == 0) {
            return List.of();
        }
        return new PledgePlan(project).plan(euros, backers, pool);
    }

    private List<Planned> plan(long euros, int backers, int pool) {
        List<Integer> people = new ArrayList<>();
        for (int i = 0; i < pool; i++) {
            people.add(i);
        }
        Collections.shuffle(people, random);
        if (BACKED_BY_THE_FIRST.contains(project.number())) {
            Collections.swap(people, backers - 1, people.indexOf(0));
        }
        long[] amounts = amounts(euros, backers);
        int[] sold = new int[project.tiers().size()];
        List<Planned> plan = new ArrayList<>();
        for (int i = 0; i < backers; i++) {
            Integer tier = tierFor(amounts[i], i < limitedStock(), sold);
            plan.add(new Planned(day(), people.get(i), amounts[i], tier, visibility()));
        }
        Collections.shuffle(plan, random);
        return plan;
    }

    /** The first ones buy the limited rewards until they are sold out. */
    private long[] amounts(long euros, int backers) {
        long[] amounts = new long[backers];
        long least = LEAST_EUROS;
        int fixed = limitedStock();
        long left = euros;
        for (int i = 0; i < backers; i++) {
            amounts[i] = i < fixed ? limitedTierEuros() : USUAL_EUROS[random.nextInt(USUAL_EUROS.length)];
            left -= amounts[i];
        }
        while (left != 0) {
            int i = fixed + random.nextInt(backers - fixed);
            long step = Math.min(Math.abs(left), STEPS_EUROS[random.nextInt(STEPS_EUROS.length)]);
            if (left > 0) {
                amounts[i] += step;
                left -= step;
            } else if (amounts[i] - step >= least) {
                amounts[i] -= step;
                left += step;
            }
        }
        return amounts;
    }

    private int limitedStock() {
        return project.tiers().stream()
                .map(DemoProject.Tier::stock)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sum();
    }

    private long limitedTierEuros() {
        return project.tiers().stream()
                .filter(tier -> tier.stock() != null)
                .mapToLong(DemoProject.Tier::euros)
                .max()
                .orElse(0);
    }

    /** The best reward that the amount buys; one in four wants none. */
    private @Nullable Integer tierFor(long euros, boolean limited, int[] sold) {
        if (!limited && random.nextInt(4) == 0) {
            return null;
        }
        for (int tier = project.tiers().size() - 1; tier >= 0; tier--) {
            Integer stock = project.tiers().get(tier).stock();
            if (project.tiers().get(tier).euros() <= euros && (stock == null || sold[tier] < stock)) {
                sold[tier]++;
                return tier;
            }
        }
        return null;
    }

    private int day() {
        int days = Timetable.daysOpen(project);
        double share = random.nextDouble();
        if (share < SHARE_OF_FIRST_DAYS) {
            return random.nextInt(Math.min(FIRST_OR_LAST_DAYS, days));
        }
        if (share < SHARE_OF_FIRST_DAYS + SHARE_OF_LAST_DAYS && project.hasEnded()) {
            return days - 1 - random.nextInt(Math.min(FIRST_OR_LAST_DAYS, days));
        }
        return random.nextInt(days);
    }

    private String visibility() {
        return switch (random.nextInt(6)) {
            case 0 -> "anonymous";
            case 1, 2 -> "first_name";
            default -> "name";
        };
    }
}
