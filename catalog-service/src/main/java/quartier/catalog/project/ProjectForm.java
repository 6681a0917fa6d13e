package quartier.catalog.project;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the owner writes. A draft may be incomplete and even wrong: {@link Guardrails} looks at it when it is submitted
 * and again when it is launched.
 *
 * @param story Markdown
 * @param goal the minimum sum: all or nothing
 * @param stretchGoals what more money would allow, above the goal; they decide nothing
 * @param durationDays of the campaign
 * @param budget what the money is spent on; where it is given, it equals the goal and the other sources together
 * @param licence a {@link Licence}'s id, as the owner sent it
 * @param call that the project answers; {@link Entering} sees to it, and it changes also where the rest is frozen
 */
public record ProjectForm(
        String territory,
        @Nullable String title,
        @Nullable String pitch,
        @Nullable String story,
        @Nullable String district,
        @Nullable Place place,
        @Nullable String theme,
        @Nullable String ownerKind,
        @Nullable Money goal,
        List<Money> stretchGoals,
        @Nullable Integer durationDays,
        List<Funding> otherFunding,
        List<Tier> tiers,
        List<Need> needs,
        @Nullable Mandate publicBody,
        @Nullable String call,
        List<Funding> budget,
        @Nullable String licence) {

    public ProjectForm {
        stretchGoals = List.copyOf(stretchGoals);
        otherFunding = List.copyOf(otherFunding);
        // Forms that were stored before there were budgets have none.
        budget = budget == null ? List.of() : List.copyOf(budget);
        tiers = identified(
                tiers,
                "t",
                Tier::id,
                (tier, id) -> new Tier(
                        id,
                        tier.amount(),
                        tier.reward(),
                        tier.stock(),
                        tier.deliveryMonth(),
                        tier.marketValue(),
                        tier.handover()));
        needs = identified(
                needs,
                "n",
                Need::id,
                (need, id) -> new Need(id, need.kind(), need.title(), need.quantity(), need.description()));
    }

    ProjectForm answering(@Nullable String otherCall) {
        return new ProjectForm(
                territory,
                title,
                pitch,
                story,
                district,
                place,
                theme,
                ownerKind,
                goal,
                stretchGoals,
                durationDays,
                otherFunding,
                tiers,
                needs,
                publicBody,
                otherCall,
                budget,
                licence);
    }

    /** Gives the entries without an id the next free ones, and leaves the others alone. */
    private static <T> List<T> identified(
            List<T> entries, String prefix, Function<T, String> idOf, BiFunction<T, String, T> withId) {
        Set<String> taken = new HashSet<>();
        entries.forEach(entry -> taken.add(idOf.apply(entry)));
        return entries.stream()
                .map(entry -> {
                    if (!idOf.apply(entry).isEmpty()) {
                        return entry;
                    }
                    int number = 1;
                    while (!taken.add(prefix + number)) {
                        number++;
                    }
                    return withId.apply(entry, prefix + number);
                })
                .toList();
    }
}
