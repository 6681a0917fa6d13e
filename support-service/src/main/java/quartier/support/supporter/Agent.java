package quartier.support.supporter;

import java.util.Set;

/**
 * Somebody who would act for an organisation.
 *
 * @param organisations those for which the member's token carries the role
 */
public record Agent(String member, Set<String> organisations) {
    public Agent {
        organisations = Set.copyOf(organisations);
    }
}
