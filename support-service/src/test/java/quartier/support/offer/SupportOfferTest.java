package quartier.support.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SupportOfferTest {

    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final String OWNER = "m-alexis";
    private static final String AGENT = "m-ines";
    private static final OfferingSupporter CITY = new OfferingSupporter("ville-de-lyon", "Ville de Lyon", true);
    private static final OfferingSupporter COMPANY = new OfferingSupporter("froid-du-rhone", "Froid du Rhône", false);
    private static final LocalDate DECIDED = LocalDate.of(2026, 10, 12);

    private final OffersInMemory offers = new OffersInMemory();
    private final World world = new World();
    private final MakeSupportOffer make = new MakeSupportOffer(offers, world);
    private final AnswerSupportOffer answer = new AnswerSupportOffer(offers, world);

    @Test
    void refusesHelpBeforeResidentsHaveShownTheirs() {
        world.percent = 29;
        assertBroken(Rules.RESIDENTS_FIRST, offer("a", CITY, guidance()));
        world.percent = 30;
        world.backers = 9;
        assertBroken(Rules.RESIDENTS_FIRST, offer("a", COMPANY, guidance()));
        world.backers = 10;
        assertThat(offer("a", CITY, guidance())).isInstanceOf(Decision.Changed.class);
    }

    @Test
    void refusesAPublicGrantWithoutItsDeliberation() {
        for (Instrument incomplete : new Instrument[] {
            Instrument.NONE, new Instrument("D-2026-114", null, null), new Instrument(" ", DECIDED, null)
        }) {
            assertBroken(Rules.GRANT_NEEDS_DELIBERATION, offer("a", CITY, grant(100_000, incomplete)));
        }
        assertThat(offer("a", CITY, grant(100_000, new Instrument("D-2026-114", DECIDED, null))))
                .isInstanceOf(Decision.Changed.class);
    }

    @Test
    void asksForAConventionOnlyAboveTwentyThreeThousandEuros() {
        var deliberation = new Instrument("D-2026-114", DECIDED, null);
        var both = new Instrument("D-2026-114", DECIDED, "C-2026-9");

        assertThat(offer("a", CITY, grant(2_300_000, deliberation))).isInstanceOf(Decision.Changed.class);
        assertBroken(Rules.LARGE_GRANT_NEEDS_CONVENTION, offer("b", CITY, grant(2_300_001, deliberation)));
        assertThat(offer("c", CITY, grant(2_300_001, both))).isInstanceOf(Decision.Changed.class);
    }

    @Test
    void bindsPrivateOrganisationsByNoRuleOfPublicMoney() {
        assertThat(offer("a", COMPANY, grant(5_000_000, Instrument.NONE))).isInstanceOf(Decision.Changed.class);
        assertThat(offer("b", COMPANY, loan(Instrument.NONE))).isInstanceOf(Decision.Changed.class);
    }

    @Test
    void asksForAConventionWhenAPublicBodyLends() {
        assertBroken(Rules.LOAN_NEEDS_CONVENTION, offer("a", CITY, loan(Instrument.NONE)));
        assertThat(offer("a", CITY, loan(new Instrument(null, null, "C-2026-9"))))
                .isInstanceOf(Decision.Changed.class);
    }

    @Test
    void refusesHelpFromAnAgentForTheirOwnProject() {
        world.owner = AGENT;

        assertBroken(Rules.NO_CONFLICT_OF_INTEREST, offer("a", CITY, guidance()));
    }

    @Test
    void refusesHelpForAProjectThatIsUnknownOrNotUnderWay() {
        world.underWay = false;
        assertRefused(new Rejection.ProjectNotUnderWay(), offer("a", CITY, guidance()));
        world.known = false;
        assertRefused(new Rejection.ProjectUnknown(), offer("a", CITY, guidance()));
    }

    @Test
    void repeatsAnOfferEvenWhenItWouldBeRefusedNow() {
        Decision first = offer("a", CITY, guidance());
        world.underWay = false;

        Decision again = offer("a", CITY, guidance());

        assertThat(first).isInstanceOf(Decision.Changed.class);
        assertThat(again).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void refusesAnotherOfferUnderTheSameKey() {
        offer("a", CITY, guidance());

        assertRefused(new Rejection.KeyReused(), offer("a", CITY, loan(Instrument.NONE)));
    }

    @Test
    void isAnsweredByTheOwnerAlone() {
        offer("a", CITY, guidance());

        assertRefused(new Rejection.NotYours(), answer.accept("a", AGENT, NOW));
        assertThat(answer.accept("a", OWNER, NOW)).isInstanceOf(Decision.Changed.class);
        assertThat(answer.accept("a", OWNER, NOW)).isInstanceOf(Decision.Unchanged.class);
        assertRefused(new Rejection.WrongState(), answer.decline("a", OWNER, "non", NOW));
        assertRefused(new Rejection.NoSuchOffer(), answer.accept("z", OWNER, NOW));
    }

    @Test
    void cannotBeWithdrawnOnceItIsAnswered() {
        offer("a", CITY, guidance());
        answer.decline("a", OWNER, "Nous avons déjà quelqu’un", NOW);

        assertRefused(new Rejection.WrongState(), new WithdrawSupportOffer(offers).withdraw("a", NOW));
    }

    @Test
    void cannotBeAcceptedFromASuspendedSupporterButCanBeDeclined() {
        offer("a", CITY, guidance());
        world.supporterApproved = false;

        assertRefused(new Rejection.SupporterNotApproved(), answer.accept("a", OWNER, NOW));
        assertThat(answer.decline("a", OWNER, "non", NOW)).isInstanceOf(Decision.Changed.class);
    }

    @Test
    void cannotBeAcceptedForAProjectThatIsNoLongerUnderWay() {
        offer("a", CITY, guidance());
        world.underWay = false;

        assertRefused(new Rejection.ProjectNotUnderWay(), answer.accept("a", OWNER, NOW));
    }

    @Test
    void countsNothingButAGrantAsMoney() {
        assertThatThrownBy(() -> help(SupportKind.GUIDANCE, new Euros(100), Instrument.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> help(SupportKind.GRANT, null, Instrument.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Euros(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesEachRuleOnceAndInBothLanguages() {
        assertThat(Rules.ALL).extracting(Rule::id).doesNotHaveDuplicates();
        assertThat(Rules.ALL).allSatisfy(rule -> {
            assertThat(rule.french()).isNotBlank();
            assertThat(rule.english()).isNotBlank();
            assertThat(rule.reference()).isNotBlank();
        });
    }

    private Decision offer(String id, OfferingSupporter supporter, Help help) {
        return make.make(new MakeSupportOffer.Request(id, supporter, AGENT, "p1", help, help.toString(), NOW));
    }

    private static Help guidance() {
        return help(SupportKind.GUIDANCE, null, Instrument.NONE);
    }

    private static Help loan(Instrument instrument) {
        return help(SupportKind.EQUIPMENT_LOAN, null, instrument);
    }

    private static Help grant(long cents, Instrument instrument) {
        return help(SupportKind.GRANT, new Euros(cents), instrument);
    }

    private static Help help(SupportKind kind, @Nullable Euros amount, Instrument instrument) {
        return new Help(kind, "Une aide", null, amount, instrument, null);
    }

    private static void assertBroken(Rule rule, Decision decision) {
        assertRefused(new Rejection.RuleBroken(rule), decision);
    }

    private static void assertRefused(Rejection reason, Decision decision) {
        assertThat(decision).isEqualTo(new Decision.Refused(reason));
    }

    /** One project with thresholds of 30 % and 10 backers, just reached. */
    private static final class World implements Surroundings {
        boolean known = true;
        boolean underWay = true;
        boolean supporterApproved = true;
        int percent = 30;
        int backers = 10;
        String owner = OWNER;

        @Override
        public Optional<SupportedProject> project(String id) {
            return known
                    ? Optional.of(new SupportedProject(
                            id, "le-kfe", "Le Kfé du 33", owner, underWay, percent, backers, 30, 10))
                    : Optional.empty();
        }

        @Override
        public boolean supporterApproved(String id) {
            return supporterApproved;
        }
    }
}
