package quartier.catalog.staff;

import java.time.Instant;
import java.util.List;

/** Where it is remembered who came with which role. */
public interface Staff {

    void saw(StaffMember member);

    /** Those who hold a role in one of these territories and were seen since then. */
    List<StaffMember> of(List<String> territories, Instant since);
}
