package quartier.local.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of {@code projects.csv}. Amounts are whole euros, as in the file. */
record DemoProject(
        int number,
        String title,
        String pitch,
        String territory,
        String district,
        double latitude,
        double longitude,
        String theme,
        String ownerKind,
        long goalEuros,
        long stretchGoalEuros,
        int durationDays,
        long collectedEuros,
        int backers,
        String state,
        List<Tier> tiers,
        List<Need> needs) {

    /** Projects whose campaign has run: what happens after the deadline has happened. */
    private static final List<String> ENDED = List.of("funded", "not_funded", "realised");

    record Tier(long euros, String reward, @Nullable Integer stock) {}

    record Need(String kind, String title) {}

    DemoProject {
        tiers = List.copyOf(tiers);
        needs = List.copyOf(needs);
    }

    boolean hasEnded() {
        return ENDED.contains(state);
    }

    boolean wasLaunched() {
        return hasEnded() || state.equals("live") || state.equals("suspended");
    }
}
