package quartier.inkind.need;

import java.util.Optional;
import java.util.function.Function;

/** Where needs are kept. */
public interface Needs {

    /** A need and the version that it was read at. */
    record Versioned(Need need, long version) {}

    Optional<Versioned> find(String needId);

    /** Stores the need with its event of publication; nothing happens when it is there already. */
    void publish(Need need);

    /** Decides on the need as it is now and stores what changed, or empty when there is no such need. */
    Optional<Decision> change(String needId, Function<Need, Decision> decide);

    /** Tells every need of the project how it stands. */
    void projectStands(ProjectStanding standing);

    NeedPage list(NeedFilter filter);
}
