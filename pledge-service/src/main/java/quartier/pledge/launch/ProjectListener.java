package quartier.pledge.launch;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import quartier.platform.messaging.ReceivedEvent;
import quartier.pledge.checkout.Decisions;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.LoanTerms;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.escrow.PledgeKind;
import quartier.pledge.escrow.Terms;
import quartier.pledge.escrow.Tier;
import quartier.pledge.launch.Projects.Project;

/**
 * Turns a project's events into commands of its campaign. The last sequence is stored after the command: after a crash
 * between the two the command is sent again, and changes nothing.
 */
final class ProjectListener implements Consumer<Message<byte[]>> {

    private static final Logger log = LoggerFactory.getLogger(ProjectListener.class);

    private final Decisions decisions;
    private final Projects projects;
    private final Clock clock;
    private final Duration closingLimit;
    private final MeterRegistry meters;

    ProjectListener(Decisions decisions, Projects projects, Clock clock, Duration closingLimit, MeterRegistry meters) {
        this.decisions = decisions;
        this.projects = projects;
        this.clock = clock;
        this.closingLimit = closingLimit;
        this.meters = meters;
    }

    @Override
    public void accept(Message<byte[]> message) {
        ReceivedEvent event = ReceivedEvent.from(message);
        switch (event.type()) {
            case "quartier.project.launched.v1",
                    "quartier.project.suspended.v1",
                    "quartier.project.resumed.v1",
                    "quartier.project.cancelled.v1",
                    "quartier.project.tier-closed.v1" -> apply(event, event.dataAs(ProjectChanged.class));
            case "quartier.project.submitted.v1",
                    "quartier.project.changes-requested.v1",
                    "quartier.project.refused.v1",
                    "quartier.project.approved.v1",
                    "quartier.project.updated.v1",
                    "quartier.project.silent.v1",
                    "quartier.project.realised.v1" -> {} // no matter of money
            default -> throw new IllegalArgumentException("Unknown event type " + event.type());
        }
    }

    private void apply(ReceivedEvent event, ProjectChanged changed) {
        boolean heardBefore = projects.find(changed.project())
                .filter(known -> known.sequence() >= event.sequence())
                .isPresent();
        if (heardBefore) {
            return;
        }
        decide(event.type(), changed);
        projects.store(new Project(
                changed.project(), changed.owner(), changed.title(), changed.territoryPath(), event.sequence()));
    }

    private void decide(String type, ProjectChanged changed) {
        Outcome outcome = decisions.of(changed.project(), command(type, changed));
        switch (outcome) {
            case Outcome.Accepted accepted -> {}
            case Outcome.Rejected rejected -> {
                // A cancellation that crossed the deadline, for example: the campaign's own order has decided.
                meters.counter("quartier.launch.rejected", "type", type).increment();
                log.warn("{} had no effect on campaign {}: {}", type, changed.project(), rejected.reason());
                if (type.equals("quartier.project.launched.v1")) {
                    throw new IllegalStateException(
                            "Campaign " + changed.project() + " can't open: " + rejected.reason());
                }
            }
            case Outcome.Overloaded overloaded ->
                throw new IllegalStateException("The queue of campaign " + changed.project() + " is full");
        }
    }

    private Command command(String type, ProjectChanged changed) {
        var now = clock.instant();
        String reason = Objects.requireNonNullElse(changed.reason(), "");
        return switch (type) {
            case "quartier.project.launched.v1" -> new Command.OpenCampaign(now, changed.owner(), terms(changed));
            case "quartier.project.suspended.v1" -> new Command.SuspendCampaign(now, reason);
            case "quartier.project.resumed.v1" -> new Command.ResumeCampaign(now);
            case "quartier.project.cancelled.v1" -> new Command.CancelCampaign(now, reason);
            case "quartier.project.tier-closed.v1" ->
                new Command.CloseTier(now, Objects.requireNonNull(changed.tier(), "a closed tier has an id"));
            default -> throw new IllegalArgumentException("No command for " + type);
        };
    }

    private Terms terms(ProjectChanged changed) {
        ProjectChanged.Terms terms = Objects.requireNonNull(changed.terms(), "a launched project has terms");
        return new Terms(
                terms.currency(),
                terms.goal(),
                terms.cap(),
                terms.deadline(),
                terms.commissionBasisPoints(),
                terms.vatBasisPoints(),
                kinds(terms),
                terms.tiers().stream()
                        .map(tier -> new Tier(
                                tier.id(),
                                tier.amount(),
                                tier.reward(),
                                tier.stock(),
                                tier.deliveryMonth(),
                                tier.marketValue()))
                        .toList(),
                closingLimit,
                loans(terms));
    }

    private static @Nullable LoanTerms loans(ProjectChanged.Terms terms) {
        ProjectChanged.Loans loans = terms.loans();
        return loans == null ? null : new LoanTerms(loans.perLender(), loans.graceMonths(), loans.instalments());
    }

    private static Set<PledgeKind> kinds(ProjectChanged.Terms terms) {
        Set<PledgeKind> kinds = EnumSet.noneOf(PledgeKind.class);
        for (String kind : terms.pledgeKinds()) {
            kinds.add(
                    switch (kind) {
                        case "gift" -> PledgeKind.GIFT;
                        case "gift_with_reward" -> PledgeKind.GIFT_WITH_REWARD;
                        case "interest_free_loan" -> PledgeKind.INTEREST_FREE_LOAN;
                        default -> throw new IllegalArgumentException("Unknown kind of pledge: " + kind);
                    });
        }
        return kinds;
    }
}
