package quartier.catalog.territory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a territory and its policy must be. */
final class TerritoryRules {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,59}");

    /** First parts of the pages' addresses: a window at {@code /<territory>} must not hide them. */
    private static final Set<String> RESERVED = Set.of(
            "projets",
            "proposer",
            "mes-projets",
            "contributions",
            "moi",
            "relecture",
            "besoins",
            "soutiens",
            "veille",
            "appels",
            "rencontres",
            "animation",
            "especes",
            "api",
            "oauth2",
            "login",
            "logout",
            "sandbox",
            "error",
            "assets",
            "webjars",
            "actuator",
            "static");

    private static final String LOAN = "interest_free_loan";
    private static final Set<String> PLEDGE_KINDS = Set.of("gift", "gift_with_reward", LOAN);
    private static final int MOST_ENTRIES = 200;
    private static final int LONGEST_NAME = 200;

    private TerritoryRules() {}

    static List<Breach> check(String id, TerritoryForm form) {
        List<Breach> found = new ArrayList<>();
        when(!ID.matcher(id).matches(), found, "id", "malformed-id");
        when(RESERVED.contains(id), found, "id", "reserved-id");
        text(found, "name.fr", form.name().fr());
        text(found, "name.en", form.name().en());
        when(Kind.named(form.kind()).isEmpty(), found, "kind", "unknown-kind");
        Centre centre = form.centre();
        when(
                centre != null && !(Math.abs(centre.lat()) <= 90 && Math.abs(centre.lon()) <= 180),
                found,
                "centre",
                "coordinates-out-of-range");
        names(found, "districts", form.districts());
        themes(found, form.themes());
        Policy policy = form.policy();
        if (policy != null) {
            policy(found, policy);
        } else {
            when(form.parent() == null, found, "policy", "root-needs-policy");
        }
        return found;
    }

    private static void policy(List<Breach> found, Policy policy) {
        when(!policy.currency().matches("[A-Z]{3}"), found, "policy.currency", "unknown-currency");
        // The upper bound keeps a cap of several times the goal far from overflow.
        when(
                policy.goalCapMinorUnits() <= 0 || policy.goalCapMinorUnits() > 100_000_000_00L,
                found,
                "policy.goalCap",
                "out-of-range");
        range(found, "policy.overfundingCapPercent", policy.overfundingCapPercent(), 100, 1_000);
        range(found, "policy.minimumDays", policy.minimumDays(), 1, 365);
        range(found, "policy.maximumDays", policy.maximumDays(), Math.max(1, policy.minimumDays()), 365);
        range(found, "policy.commissionBasisPoints", policy.commissionBasisPoints(), 0, 2_000);
        range(found, "policy.vatBasisPoints", policy.vatBasisPoints(), 0, 5_000);
        range(found, "policy.support.minimumPercent", policy.support().minimumPercent(), 0, 100);
        range(found, "policy.support.minimumBackers", policy.support().minimumBackers(), 0, 10_000);
        when(
                policy.pledgeKinds().isEmpty() || !PLEDGE_KINDS.containsAll(policy.pledgeKinds()),
                found,
                "policy.pledgeKinds",
                "unknown-pledge-kind");
        loans(found, policy);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < policy.reviewCriteria().size(); i++) {
            Criterion criterion = policy.reviewCriteria().get(i);
            String field = "policy.reviewCriteria[" + i + "]";
            when(!ID.matcher(criterion.id()).matches(), found, field + ".id", "malformed-id");
            when(!ids.add(criterion.id()), found, field + ".id", "duplicate-id");
            text(found, field + ".fr", criterion.fr());
            text(found, field + ".en", criterion.en());
        }
        when(policy.reviewCriteria().size() > MOST_ENTRIES, found, "policy.reviewCriteria", "too-many-entries");
    }

    /** The kind and its terms come together; the law limits both. */
    private static void loans(List<Breach> found, Policy policy) {
        LoanRule loans = policy.loans();
        boolean taken = policy.pledgeKinds().contains(LOAN);
        when(taken != (loans != null), found, "policy.loans", "loans-need-terms");
        if (loans == null) {
            return;
        }
        when(
                loans.perLenderMinorUnits() <= 0 || loans.perLenderMinorUnits() > LoanRule.LEGAL_LIMIT_MINOR_UNITS,
                found,
                "policy.loans.perLender",
                "loan-limit");
        range(found, "policy.loans.graceMonths", loans.graceMonths(), 0, LoanRule.LONGEST_MONTHS - 1);
        range(
                found,
                "policy.loans.instalments",
                loans.instalments(),
                1,
                LoanRule.LONGEST_MONTHS - Math.clamp(loans.graceMonths(), 0, LoanRule.LONGEST_MONTHS - 1));
    }

    private static void themes(List<Breach> found, @Nullable List<Theme> themes) {
        if (themes == null) {
            return;
        }
        when(themes.size() > MOST_ENTRIES, found, "themes", "too-many-entries");
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < themes.size(); i++) {
            when(!ID.matcher(themes.get(i).id()).matches(), found, "themes[" + i + "].id", "malformed-id");
            when(!ids.add(themes.get(i).id()), found, "themes[" + i + "].id", "duplicate-id");
            text(found, "themes[" + i + "].fr", themes.get(i).fr());
            text(found, "themes[" + i + "].en", themes.get(i).en());
        }
    }

    private static void names(List<Breach> found, String field, @Nullable List<String> names) {
        if (names == null) {
            return;
        }
        when(names.size() > MOST_ENTRIES, found, field, "too-many-entries");
        for (int i = 0; i < names.size(); i++) {
            text(found, field + "[" + i + "]", names.get(i));
        }
    }

    private static void text(List<Breach> found, String field, String text) {
        when(text.isBlank() || text.length() > LONGEST_NAME, found, field, "out-of-range");
    }

    private static void range(List<Breach> found, String field, int value, int least, int most) {
        when(value < least || value > most, found, field, "out-of-range");
    }

    private static void when(boolean broken, List<Breach> found, String field, String code) {
        if (broken) {
            found.add(new Breach(field, code));
        }
    }
}
