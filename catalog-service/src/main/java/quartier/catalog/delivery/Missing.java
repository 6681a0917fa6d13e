package quartier.catalog.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the team must still be told before it can deliver the rewards of one tier: an address, or a choice.
 *
 * @param backers how many have not told it
 * @param askedAt when they were last asked; null if never
 */
public record Missing(String tier, int backers, @Nullable Instant askedAt) {

    /** Nobody is asked more often for the same reward, however many carry the project. */
    public static final Duration BETWEEN_REMINDERS = Duration.ofDays(7);

    /** Of the tiers that need something told, those where somebody has not told it. */
    static List<Missing> of(Backed project, List<Survey> surveys, List<Parcel> parcels, Map<String, Instant> asked) {
        return project.rewards().stream()
                .filter(reward -> reward.shipped() || isAsked(reward, surveys))
                .map(reward -> new Missing(
                        reward.tier(),
                        Math.toIntExact(parcels.stream()
                                .filter(parcel ->
                                        parcel.isUntold() && reward.tier().equals(parcel.tier()))
                                .count()),
                        asked.get(reward.tier())))
                .filter(missing -> missing.backers() > 0)
                .toList();
    }

    private static boolean isAsked(Backed.Reward reward, List<Survey> surveys) {
        return surveys.stream()
                .anyMatch(survey -> survey.tier().equals(reward.tier())
                        && !survey.questions().isEmpty());
    }

    /** Empty where nobody was ever asked, so that it may be done at once. */
    public Optional<Instant> remindableFrom() {
        return Optional.ofNullable(askedAt).map(at -> at.plus(BETWEEN_REMINDERS));
    }
}
