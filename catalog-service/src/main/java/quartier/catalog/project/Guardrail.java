package quartier.catalog.project;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The guard rails of the platform: what a project has to be, whoever asks. The id is stable and public; the explanation
 * in French and English stands in the service's messages under {@code guardrail.<id>}, filled with the territory's own
 * figures. {@link Guardrails} holds a project against those that can be checked, a reviewer answers for the others.
 */
public enum Guardrail {
    GOAL_CAP(null, null),
    OVERFUNDING_CAP(null, null),
    DURATION(null, null),
    REWARDS_OFFERED(null, "rewards-offered"),
    /** Above it a gift is no gift any more and gives no tax receipt (as read in 2026). */
    REWARDS_SYMBOLIC("CGI, art. 200 et 238 bis ; BOI-IR-RICI-250-20", null),
    /** An intermediary in participatory funding; paid loans and shares are other professions (as read in 2026). */
    GIFTS_ONLY("Code monétaire et financier, art. L. 548-1 et D. 548-1", "gifts-only"),
    PUBLIC_BODY("CGCT, art. L. 1611-7-1", null),
    PUBLIC_MISSION(null, "no-public-mission"),
    COPRODUCTION(null, "coproduction"),
    LOCAL_INTEREST(null, "local-interest"),
    /** That what is asked can be understood at all: everything that no other rail stands for. */
    COMPLETE(null, null);

    private final @Nullable String legalReference;
    private final @Nullable String criterion;

    Guardrail(@Nullable String legalReference, @Nullable String criterion) {
        this.legalReference = legalReference;
        this.criterion = criterion;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Optional<String> legalReference() {
        return Optional.ofNullable(legalReference);
    }

    /** The id of the criterion by which a reviewer answers for it, where a territory asks for one. */
    public Optional<String> criterion() {
        return Optional.ofNullable(criterion);
    }

    /** The one that a violation is about. */
    public static Guardrail of(Violation violation) {
        if (violation.field().startsWith("publicBody")) {
            return violation.rule() == Rule.BEYOND_MISSION_MISSING ? PUBLIC_MISSION : PUBLIC_BODY;
        }
        return switch (violation.rule()) {
            case GOAL_OVER_CAP -> GOAL_CAP;
            case STRETCH_OVER_CAP, TIER_OVER_CAP -> OVERFUNDING_CAP;
            case DURATION_OUTSIDE_POLICY -> DURATION;
            case REWARDS_MISSING -> REWARDS_OFFERED;
            case REWARD_NOT_SYMBOLIC -> REWARDS_SYMBOLIC;
            case PAID_RETURN, REWARDS_NOT_ALLOWED -> GIFTS_ONLY;
            case NEEDS_MISSING -> COPRODUCTION;
            case UNKNOWN_DISTRICT, UNKNOWN_THEME, UNKNOWN_TERRITORY -> LOCAL_INTEREST;
            default -> COMPLETE;
        };
    }
}
