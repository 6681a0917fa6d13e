package quartier.pledge.escrow.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Event;
import quartier.pledge.escrow.Folded;
import quartier.pledge.escrow.Pledge;

/** Brings the projections to the last of the pages: what several pages did to a pledge is written once. */
final class ProjectionStage implements Follower.Stage {

    /** Few enough that the pages which are committed meanwhile do not wait long. */
    private static final int WRITES_AT_ONCE = 32;

    private final Projections store;
    private final Pace pace;
    private final Unprojected unprojected;

    ProjectionStage(Projections store, Pace pace, Unprojected unprojected) {
        this.store = store;
        this.pace = pace;
        this.unprojected = unprojected;
    }

    @Override
    public long position(String campaign) {
        return store.position(campaign).map(Projections.Position::projectedPage).orElse(0L);
    }

    @Override
    public void handle(String campaign, List<Follower.Step> steps) throws InterruptedException {
        List<Event> events = new ArrayList<>();
        steps.forEach(step -> step.page().entries().forEach(entry -> events.addAll(entry.events())));
        Touched touched = Touched.by(events);
        Folded last = steps.getLast().after();
        Escrow escrow = last.escrow();
        if (escrow != null) {
            project(last, escrow, touched);
        }
        unprojected.remove(touched.pledges());
    }

    /** Writes the pledges that were touched, then the campaign; can be repeated at will. */
    private void project(Folded folded, Escrow escrow, Touched touched) throws InterruptedException {
        Stream<Pledge> changed = touched.all()
                ? escrow.pledges()
                : touched.pledges().stream().sorted().map(escrow::pledge).flatMap(Optional::stream);
        List<Document> documents = new ArrayList<>();
        for (Pledge pledge : changed.toList()) {
            documents.add(document(escrow, pledge));
            if (documents.size() == WRITES_AT_ONCE) {
                long start = pace.nanos();
                store.putPledges(folded.campaign(), folded.page(), documents);
                documents.clear();
                giveWay(pace.nanos() - start);
            }
        }
        store.putPledges(folded.campaign(), folded.page(), documents);
        store.putEscrow(folded.campaign(), folded.page(), ProjectedDocuments.escrow(folded));
    }

    private static Document document(Escrow escrow, Pledge pledge) {
        return ProjectedDocuments.pledge(ProjectedDocuments.view(escrow, pledge))
                .append("_id", pledge.promise().pledge());
    }

    /** In a burst the store is for the pages first: projections take a third of it and come later. */
    private void giveWay(long busyNanos) throws InterruptedException {
        pace.pause(Duration.ofNanos(2 * busyNanos));
    }
}
