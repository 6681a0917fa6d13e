package quartier.pledge.receipt;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who backers are on their tax receipts: one for a member, and one for each organisation in whose name they give. */
public interface Identities {

    Optional<Identity> find(String backer, @Nullable String organisation);

    /** @param keepUntil when it is erased, unless it is used again */
    void keep(String backer, @Nullable String organisation, Identity identity, Instant keepUntil);

    void forget(String backer);
}
