package quartier.catalog.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where parcels are kept: one document each, changed by one conditional update. */
public interface Parcels {

    int MOST = 10_000;

    /** False when it is not newer than what was heard before. */
    boolean hear(String pledge, String project, String backer, @Nullable String tier, boolean due, long sequence);

    Optional<Parcel> find(String pledge);

    List<Parcel> ofProject(String project);

    List<Parcel> ofBacker(String memberId);

    /** False when it is in none of these states, is not due, or is not of this project. */
    boolean move(String pledge, String project, Set<Parcel.State> from, Parcel.State to, Instant at);

    void detailed(String pledge, boolean detailed);
}
