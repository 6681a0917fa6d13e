package quartier.inkind.need;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a project needs, with all offers made for it: one consistency boundary, so that two acceptances can
 * never both take the last unit.
 *
 * @param id the project's id, a dot, and the need's id within the project
 * @param quantity how many; what is accepted never exceeds it
 * @param projectSequence of the last event of the project that was applied to {@code standing}
 */
public record Need(
        String id,
        ProjectReference project,
        NeedKind kind,
        String title,
        @Nullable String description,
        int quantity,
        Instant publishedAt,
        Standing standing,
        long projectSequence,
        List<Commitment> commitments) {

    /** A need is one document, and a document has a limit. */
    public static final int MOST_OFFERS = 200;

    public Need {
        commitments = List.copyOf(commitments);
        if (quantity < 1) {
            throw new IllegalArgumentException("A need is for one at least, not for " + quantity);
        }
    }

    public static String id(String projectId, String needWithinProject) {
        return projectId + '.' + needWithinProject;
    }

    public Decision offer(Offer offer) {
        Optional<Commitment> repeated = commitment(offer.id());
        if (repeated.isPresent()) {
            return repeated.get().offer().fingerprint().equals(offer.fingerprint())
                    ? new Decision.Unchanged(this, repeated.get())
                    : refused(new Rejection.KeyReused());
        }
        if (project.owner().equals(offer.by())) {
            return refused(new Rejection.OwnNeed());
        }
        if (standing != Standing.RUNNING) {
            return refused(new Rejection.NeedClosed());
        }
        if (left() == 0) {
            return refused(new Rejection.NeedFilled());
        }
        if (offer.quantity() > left()) {
            return refused(new Rejection.MoreThanLeft(left()));
        }
        if (commitments.stream()
                .anyMatch(made -> made instanceof Commitment.Waiting(Offer waiting)
                        && waiting.by().equals(offer.by()))) {
            return refused(new Rejection.AnswerPending());
        }
        if (commitments.size() >= MOST_OFFERS) {
            return refused(new Rejection.TooManyOffers(MOST_OFFERS));
        }
        var waiting = new Commitment.Waiting(offer);
        List<Commitment> more = new ArrayList<>(commitments);
        more.add(waiting);
        return new Decision.Changed(with(more), waiting, List.of(new NeedEvent.NeedAnswered(offer)));
    }

    public Decision accept(String offerId, String member, Instant at) {
        return asOwner(offerId, member, commitment -> switch (commitment) {
            case Commitment.Waiting waiting -> accept(waiting, at);
            case Commitment.Agreed agreed -> new Decision.Unchanged(this, agreed);
            case Commitment.Declined _, Commitment.Withdrawn _, Commitment.Delivered _ -> wrongState();
        });
    }

    private Decision accept(Commitment.Waiting waiting, Instant at) {
        Offer offer = waiting.offer();
        if (standing != Standing.RUNNING) {
            return refused(new Rejection.NeedClosed());
        }
        if (offer.quantity() > left()) {
            return refused(left() == 0 ? new Rejection.NeedFilled() : new Rejection.MoreThanLeft(left()));
        }
        var agreed = new NeedEvent.CommitmentAgreed(offer);
        return offer.quantity() == left()
                ? changed(waiting.accept(at), agreed, new NeedEvent.NeedFilled())
                : changed(waiting.accept(at), agreed);
    }

    public Decision decline(String offerId, String member, String reason, Instant at) {
        return asOwner(offerId, member, commitment -> switch (commitment) {
            case Commitment.Waiting waiting ->
                changed(waiting.decline(reason, at), new NeedEvent.CommitmentDeclined(waiting.offer()));
            case Commitment.Declined declined -> new Decision.Unchanged(this, declined);
            case Commitment.Withdrawn _, Commitment.Taking _ -> wrongState();
        });
    }

    public Decision done(String offerId, String member, Instant at) {
        return asOwner(offerId, member, commitment -> switch (commitment) {
            case Commitment.Agreed agreed -> changed(agreed.done(at), new NeedEvent.CommitmentDone(agreed.offer()));
            case Commitment.Done done -> new Decision.Unchanged(this, done);
            case Commitment.Waiting _, Commitment.Declined _, Commitment.Withdrawn _, Commitment.Thanked _ ->
                wrongState();
        });
    }

    public Decision thank(String offerId, String member, String thanks, Instant at) {
        return asOwner(offerId, member, commitment -> switch (commitment) {
            case Commitment.Done done -> changed(done.thank(thanks, at), new NeedEvent.CommitmentThanked(done.offer()));
            case Commitment.Thanked thanked -> new Decision.Unchanged(this, thanked);
            case Commitment.Withdrawable _, Commitment.Declined _, Commitment.Withdrawn _ -> wrongState();
        });
    }

    public Decision withdraw(String offerId, String member, Instant at) {
        return asParty(
                offerId, commitment -> commitment.offer().by().equals(member), commitment -> switch (commitment) {
                    case Commitment.Withdrawable open ->
                        changed(open.withdraw(at), new NeedEvent.CommitmentWithdrawn(open.offer()));
                    case Commitment.Withdrawn withdrawn -> new Decision.Unchanged(this, withdrawn);
                    case Commitment.Declined _, Commitment.Delivered _ -> wrongState();
                });
    }

    /** The need as its project stands now; empty when that is known already, or was overtaken by something newer. */
    public Optional<Need> projectStands(Standing now, long sequence) {
        if (sequence <= projectSequence) {
            return Optional.empty();
        }
        return Optional.of(
                new Need(id, project, kind, title, description, quantity, publishedAt, now, sequence, commitments));
    }

    public Optional<Commitment> commitment(String offerId) {
        return commitments.stream()
                .filter(made -> made.offer().id().equals(offerId))
                .findFirst();
    }

    /** What members have promised: waiting and accepted. It may exceed the quantity while offers wait. */
    public int promised() {
        return sum(Commitment.Waiting.class) + accepted();
    }

    /** What the owner accepted, done or not; never more than the quantity. */
    public int accepted() {
        return sum(Commitment.Taking.class);
    }

    public int done() {
        return sum(Commitment.Delivered.class);
    }

    public int left() {
        return quantity - accepted();
    }

    public boolean open() {
        return standing == Standing.RUNNING && left() > 0;
    }

    private int sum(Class<? extends Commitment> state) {
        return commitments.stream()
                .filter(state::isInstance)
                .mapToInt(made -> made.offer().quantity())
                .reduce(0, Math::addExact);
    }

    private Decision asOwner(String offerId, String member, Function<Commitment, Decision> step) {
        return asParty(offerId, _ -> project.owner().equals(member), step);
    }

    private Decision asParty(
            String offerId, Function<Commitment, Boolean> isParty, Function<Commitment, Decision> step) {
        Optional<Commitment> found = commitment(offerId);
        if (found.isEmpty()) {
            return refused(new Rejection.NoSuchOffer());
        }
        return isParty.apply(found.get()) ? step.apply(found.get()) : refused(new Rejection.NotYours());
    }

    private Decision changed(Commitment next, NeedEvent... events) {
        List<Commitment> all = commitments.stream()
                .map(made -> made.offer().id().equals(next.offer().id()) ? next : made)
                .toList();
        return new Decision.Changed(with(all), next, List.of(events));
    }

    private Need with(List<Commitment> all) {
        return new Need(id, project, kind, title, description, quantity, publishedAt, standing, projectSequence, all);
    }

    private static Decision refused(Rejection reason) {
        return new Decision.Refused(reason);
    }

    private static Decision wrongState() {
        return refused(new Rejection.WrongState());
    }
}
