package quartier.pledge.escrow.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import quartier.pledge.escrow.Event;
import quartier.pledge.escrow.Folded;

/** Brings the projections to the last of the pages: what several pages did to a pledge is written once. */
final class ProjectionStage implements Follower.Stage {

    private final ProjectionStore store;
    private final Consumer<Touched> projected;

    /** @param projected told of the pledges whose documents are up to date */
    ProjectionStage(ProjectionStore store, Consumer<Touched> projected) {
        this.store = store;
        this.projected = projected;
    }

    @Override
    public long position(String campaign) {
        return store.position(campaign)
                .map(ProjectionStore.Position::projectedPage)
                .orElse(0L);
    }

    @Override
    public void handle(String campaign, List<Follower.Step> steps) {
        List<Event> events = new ArrayList<>();
        steps.forEach(step -> step.page().entries().forEach(entry -> events.addAll(entry.events())));
        Folded last = steps.getLast().after();
        Touched touched = Touched.by(events);
        store.project(last, touched);
        projected.accept(touched);
    }
}
