package quartier.catalog.project;

import java.util.List;

/** Who asks. The roles hold for a territory and everything below it. */
public interface Actor {

    String memberId();

    String name();

    /** Whether one of these territories (a project's path) gave the actor the right to review and suspend. */
    boolean moderates(List<String> territoryPath);

    /** Whether one of these territories (a call's path) gave the actor the right to lead its calls. */
    boolean animates(List<String> territoryPath);

    /** Whether the actor works for one of these territories in any role, and so sees what is not public yet. */
    boolean isStaffOf(List<String> territoryPath);
}
