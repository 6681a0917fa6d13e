package quartier.catalog.delivery;

import java.util.List;

/**
 * Tells backers what becomes of their rewards. What is to be told is marked by the very write that makes it true, so that
 * whoever looks later tells it, whatever happened to who wrote it.
 */
public interface RewardNews {

    /** All that waits of this project: steps of parcels; and surveys, once rewards are owed. */
    void tell(Backed project);

    /** The projects of which something waits. */
    List<String> waiting();
}
