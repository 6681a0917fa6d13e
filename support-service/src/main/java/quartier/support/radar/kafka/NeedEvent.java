package quartier.support.radar.kafka;

import quartier.support.radar.OpenNeed;

/** What this service reads of {@code quartier.need.state.v1}. */
record NeedEvent(String need, String project, String kind, String title, int quantity, int accepted, boolean open) {

    OpenNeed openNeed() {
        return new OpenNeed(need, project, kind, title, quantity - accepted, open);
    }
}
