package quartier.catalog.delivery;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quartier.catalog.delivery.DeliverRewards.Outcome;
import quartier.catalog.delivery.Parcel.State;

/** What the backer does: chooses, says where it goes, takes that back, and says « j'ai bien reçu ». */
public final class ReceiveRewards {

    /** A reward as its backer sees it. */
    public record Expected(
            Parcel parcel, Backed project, Backed.Reward reward, Optional<Survey> survey, Optional<Details> told) {}

    private final Backed.All projects;
    private final Parcels parcels;
    private final KeptDetails details;
    private final Surveys surveys;
    private final Clock clock;

    public ReceiveRewards(Backed.All projects, Parcels parcels, KeptDetails details, Surveys surveys, Clock clock) {
        this.projects = projects;
        this.parcels = parcels;
        this.details = details;
        this.surveys = surveys;
        this.clock = clock;
    }

    public List<Expected> expectedBy(String member) {
        return parcels.ofBacker(member).stream()
                .flatMap(parcel -> expected(parcel).stream())
                .toList();
    }

    private Optional<Expected> expected(Parcel parcel) {
        if (!parcel.isToBeDelivered()) {
            return Optional.empty();
        }
        return projects.find(parcel.project())
                .flatMap(project -> project.reward(parcel.tier())
                        .map(reward -> new Expected(parcel, project, reward, survey(parcel), told(parcel, reward))));
    }

    private Optional<Survey> survey(Parcel parcel) {
        return surveys.of(parcel.project()).stream()
                .filter(survey -> survey.tier().equals(parcel.tier()))
                .findFirst();
    }

    private Optional<Details> told(Parcel parcel, Backed.Reward reward) {
        return details.find(parcel.pledge()).filter(told -> told.tier().equals(reward.tier()));
    }

    /** May be told and corrected until it is sent. */
    public Outcome<Expected> tell(
            String member, String pledge, Map<String, String> choices, Details.@Nullable Address address) {
        Expected expected = own(member, pledge).orElse(null);
        if (expected == null) {
            return new Outcome.Refused<>(Refusal.NOT_FOUND);
        }
        if (!expected.project().delivering()) {
            return new Outcome.Refused<>(Refusal.NOTHING_TO_DELIVER);
        }
        if (expected.parcel().state() == State.SENT || expected.parcel().state() == State.RECEIVED) {
            return new Outcome.Refused<>(Refusal.ALREADY_SENT);
        }
        if (!areRight(choices, expected.survey())) {
            return new Outcome.Refused<>(Refusal.CHOICE_INVALID);
        }
        if (expected.reward().shipped() ? address == null || !isComplete(address) : address != null) {
            return new Outcome.Refused<>(Refusal.ADDRESS_INCOMPLETE);
        }
        var told = new Details(expected.reward().tier(), choices, address);
        details.keep(pledge, told, clock.instant());
        parcels.detailed(pledge, true);
        return new Outcome.Done<>(own(member, pledge).orElseThrow());
    }

    public Outcome<Expected> confirm(String member, String pledge) {
        Expected expected = own(member, pledge).orElse(null);
        if (expected == null) {
            return new Outcome.Refused<>(Refusal.NOT_FOUND);
        }
        if (expected.parcel().state() == State.RECEIVED) {
            return new Outcome.Done<>(expected);
        }
        return parcels.move(
                        pledge, expected.parcel().project(), EnumSet.of(State.SENT), State.RECEIVED, clock.instant())
                ? new Outcome.Done<>(own(member, pledge).orElseThrow())
                : new Outcome.Refused<>(Refusal.NOT_SENT);
    }

    /** At any time, whatever it means for the delivery: it is the backer's. */
    public Outcome<Expected> takeBack(String member, String pledge) {
        Expected expected = own(member, pledge).orElse(null);
        if (expected == null) {
            return new Outcome.Refused<>(Refusal.NOT_FOUND);
        }
        erase(pledge);
        return new Outcome.Done<>(own(member, pledge).orElseThrow());
    }

    /** Erases what nobody needs any more; any replica may do it, as often as it likes. */
    public int eraseWhatIsOver(int atOnce) {
        int erased = 0;
        List<KeptDetails.Given> some = details.after("", atOnce);
        while (!some.isEmpty()) {
            for (KeptDetails.Given given : some) {
                Parcel parcel = parcels.find(given.pledge()).orElse(null);
                if (Retention.isOver(given.at(), parcel, clock.instant())) {
                    erase(given.pledge());
                    erased++;
                }
            }
            some = details.after(some.getLast().pledge(), atOnce);
        }
        return erased;
    }

    private void erase(String pledge) {
        details.erase(pledge);
        parcels.detailed(pledge, false);
    }

    private Optional<Expected> own(String member, String pledge) {
        return parcels.find(pledge)
                .filter(parcel -> parcel.backer().equals(member))
                .flatMap(this::expected);
    }

    private static boolean areRight(Map<String, String> choices, Optional<Survey> survey) {
        List<Survey.Question> asked = survey.map(Survey::questions).orElse(List.of());
        boolean allAsked = choices.keySet().stream()
                .allMatch(
                        id -> asked.stream().anyMatch(question -> question.id().equals(id)));
        return allAsked && asked.stream().allMatch(question -> isAnswered(question, choices.get(question.id())));
    }

    private static boolean isAnswered(Survey.Question question, @Nullable String choice) {
        return choice != null
                && !choice.isBlank()
                && choice.length() <= Survey.LONGEST
                && (question.options().isEmpty() || question.options().contains(choice));
    }

    private static boolean isComplete(Details.Address address) {
        return isLine(address.name())
                && isLine(address.street())
                && address.postcode().matches("[A-Za-z0-9 -]{3,12}")
                && isLine(address.city())
                && isLine(address.country());
    }

    private static boolean isLine(String text) {
        return !text.isBlank() && text.length() <= Survey.LONGEST;
    }
}
