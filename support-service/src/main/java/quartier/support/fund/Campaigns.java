package quartier.support.fund;

import java.util.Optional;

/** Campaigns as this service has heard of them. */
public interface Campaigns {

    Optional<LiveCampaign> find(String id);
}
