package quartier.pledge.supporter;

import java.util.Set;

/**
 * An organisation as support-service announced it.
 *
 * @param publicBody it may help, but not by a pledge
 * @param approved by the operator, and not suspended since
 * @param agents the members who act for it
 */
public record Supporter(String id, String name, boolean publicBody, boolean approved, Set<String> agents) {

    public Supporter {
        agents = Set.copyOf(agents);
    }
}
