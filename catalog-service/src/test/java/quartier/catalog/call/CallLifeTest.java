package quartier.catalog.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import quartier.catalog.call.Decision.Accepted;
import quartier.catalog.call.Decision.Rejected;
import quartier.catalog.call.Decision.Repeated;

class CallLifeTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");
    private static final Instant OPENS = NOW.plus(Duration.ofDays(1));
    private static final Instant CLOSES = NOW.plus(Duration.ofDays(31));
    private static final Ground REGION =
            new Ground("auvergne-rhone-alpes", List.of("auvergne-rhone-alpes"), Set.of("alimentation"));
    private static final Person ODILE = new Person("m-odile", "auvergne-rhone-alpes");
    private static final Person JULES = new Person("m-jules", "lyon");

    private final InMemoryCalls calls = new InMemoryCalls();

    @Test
    void standsWhereItsDatesSay() {
        Call call = announced(form(OPENS, CLOSES));

        assertThat(call.stateAt(OPENS.minusMillis(1))).isEqualTo(CallState.ANNOUNCED);
        assertThat(call.stateAt(OPENS)).isEqualTo(CallState.OPEN);
        assertThat(call.stateAt(CLOSES.minusMillis(1))).isEqualTo(CallState.OPEN);
        assertThat(call.stateAt(CLOSES)).isEqualTo(CallState.CLOSED);
    }

    @Test
    void isAnnouncedByTheStaffOfItsTerritoryOnly() {
        assertThat(lead(NOW).announce("c1", JULES, form(OPENS, CLOSES), "f"))
                .isEqualTo(new Rejected(new Refusal.NotYourTerritory("auvergne-rhone-alpes")));
        assertThat(calls.find("c1")).isEmpty();
    }

    @Test
    void isTheSameCallWhenTheRequestIsRepeated() {
        Call call = announced(form(OPENS, CLOSES));

        assertThat(lead(NOW).announce("c1", ODILE, form(OPENS, CLOSES), "f")).isEqualTo(new Repeated(call));
        assertThat(lead(NOW).announce("c1", ODILE, form(OPENS, CLOSES), "other"))
                .isEqualTo(new Rejected(new Refusal.KeyReused()));
    }

    @Test
    void hasAnAddressOfItsOwn() {
        announced(form(OPENS, CLOSES));

        assertThat(lead(NOW).announce("c2", ODILE, form(OPENS, CLOSES), "g"))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        accepted -> assertThat(accepted.call().slug()).isEqualTo("circuits-courts-2"));
    }

    @Test
    void tellsAllBrokenRulesAtOnce() {
        Instant tooLate = CLOSES.plusSeconds(1);
        var form = new CallForm(
                "auvergne-rhone-alpes",
                new Words(" ", "x".repeat(81)),
                new Words("Texte", null),
                "sport",
                tooLate,
                CLOSES,
                List.of(),
                Selection.NONE,
                Stake.NONE);

        assertThat(rules(lead(NOW).announce("c1", ODILE, form, "f")))
                .containsExactly(Rule.REQUIRED, Rule.TOO_LONG, Rule.UNKNOWN_THEME, Rule.CLOSES_BEFORE_OPENING);
        assertThat(rules(lead(NOW).announce("c1", ODILE, form(OPENS, OPENS.plus(Duration.ofDays(800))), "f")))
                .containsExactly(Rule.CALL_TOO_LONG);
        assertThat(rules(lead(CLOSES).announce("c1", ODILE, form(OPENS, CLOSES), "f")))
                .containsExactly(Rule.CLOSES_IN_PAST);
    }

    @Test
    void keepsItsTerritoryAndOnceOpenItsOpening() {
        announced(form(OPENS, CLOSES));

        assertThat(change(NOW, 1, form(OPENS.plusSeconds(60), CLOSES))).isInstanceOf(Accepted.class);
        Instant opened = OPENS.plusSeconds(60);
        assertThat(rules(change(opened, 2, form(OPENS, CLOSES)))).containsExactly(Rule.OPENED_ALREADY);
        assertThat(change(opened, 2, form(opened, CLOSES.plusSeconds(60)))).isInstanceOf(Accepted.class);
        var moved = new CallForm(
                "lyon",
                new Words("Circuits courts", null),
                new Words("T", null),
                null,
                opened,
                CLOSES,
                List.of(),
                Selection.NONE,
                Stake.NONE);
        assertThat(rules(change(opened, 3, moved))).containsExactly(Rule.TERRITORY_FIXED);
    }

    @Test
    void refusesAChangeOfAnOlderVersion() {
        announced(form(OPENS, CLOSES));

        assertThat(change(NOW, 7, form(OPENS, CLOSES))).isEqualTo(new Rejected(new Refusal.StaleVersion()));
    }

    @Test
    void closesBeforeItsDateAndStaysClosed() {
        announced(form(OPENS, CLOSES));
        Instant early = OPENS.plusSeconds(5);

        assertThat(lead(early).close("c1", JULES, 1))
                .contains(new Rejected(new Refusal.NotYourTerritory("auvergne-rhone-alpes")));
        assertThat(lead(early).close("c1", ODILE, 1))
                .hasValueSatisfying(decision -> assertThat(decision).isInstanceOf(Accepted.class));
        Call closed = calls.find("c1").orElseThrow();
        assertThat(closed.stateAt(early)).isEqualTo(CallState.CLOSED);
        assertThat(closed.form().opensAt()).isEqualTo(OPENS);
        assertThat(lead(early).close("c1", ODILE, 1)).contains(new Repeated(closed));
        assertThat(change(early, 2, form(OPENS, CLOSES))).isEqualTo(new Rejected(new Refusal.AlreadyClosed()));
    }

    @Test
    void closesWithoutHavingBeenOpenWhenItWasOnlyAnnounced() {
        announced(form(OPENS, CLOSES));

        assertThat(lead(NOW).close("c1", ODILE, 1)).isPresent();

        Call closed = calls.find("c1").orElseThrow();
        assertThat(closed.stateAt(NOW)).isEqualTo(CallState.CLOSED);
        assertThat(closed.form().opensAt()).isEqualTo(closed.form().closesAt());
    }

    @Test
    void chainsThePhasesThatAreOnWithoutGapOrOverlap() {
        Instant jury = CLOSES.plus(Duration.ofDays(10));
        Instant vote = CLOSES.plus(Duration.ofDays(20));
        announced(choosing(jury, vote));

        Call call = calls.find("c1").orElseThrow();

        assertThat(call.timetable())
                .extracting(PhaseSpan::phase)
                .containsExactly(Phase.ANNOUNCE, Phase.APPLY, Phase.JURY, Phase.PREFERENCE, Phase.RESULT);
        assertThat(call.phaseAt(NOW)).isEqualTo(Phase.ANNOUNCE);
        assertThat(call.phaseAt(OPENS)).isEqualTo(Phase.APPLY);
        assertThat(call.phaseAt(CLOSES)).isEqualTo(Phase.JURY);
        assertThat(call.phaseAt(jury)).isEqualTo(Phase.PREFERENCE);
        assertThat(call.phaseAt(vote)).isEqualTo(Phase.RESULT);
    }

    @Test
    void switchesAPhaseOffUntilItBegins() {
        Instant jury = CLOSES.plus(Duration.ofDays(10));
        Instant vote = CLOSES.plus(Duration.ofDays(20));
        announced(choosing(jury, vote));

        assertThat(rules(change(CLOSES, 1, choosing(jury, CLOSES))))
                .containsExactly(Rule.PHASE_OUT_OF_ORDER, Rule.PHASE_IN_PAST);
        assertThat(change(CLOSES, 1, choosing(jury, null))).isInstanceOf(Accepted.class);
        assertThat(rules(change(CLOSES, 2, choosing(null, null)))).contains(Rule.PHASE_BEGUN);
        assertThat(change(jury, 2, choosing(jury, null))).isEqualTo(new Rejected(new Refusal.AlreadyClosed()));
    }

    @Test
    void readsItsOwnCursorsAndNoOthers() {
        var cursor = new Cursor(OPENS, "c:1");

        assertThat(Cursor.parse(cursor.text())).contains(cursor);
        assertThat(Cursor.parse("zzz")).isEmpty();
    }

    @Test
    void explainsEveryRuleInBothLanguages() {
        ResourceBundle french = ResourceBundle.getBundle("messages", Locale.ROOT);
        ResourceBundle english = ResourceBundle.getBundle("messages", Locale.ENGLISH);

        for (Rule rule : Rule.values()) {
            String key = "problem.field." + rule.id();
            assertThat(french.containsKey(key)).as(key).isTrue();
            assertThat(english.getString(key)).as(key).isNotEqualTo(french.getString(key));
        }
    }

    private Call announced(CallForm form) {
        assertThat(lead(NOW).announce("c1", ODILE, form, "f")).isInstanceOf(Accepted.class);
        return calls.find("c1").orElseThrow();
    }

    private Decision change(Instant at, long version, CallForm form) {
        return lead(at).change("c1", ODILE, version, form).orElseThrow();
    }

    private LeadCalls lead(Instant at) {
        Grounds grounds = territory -> switch (territory) {
            case "auvergne-rhone-alpes" -> Optional.of(REGION);
            case "lyon" -> Optional.of(new Ground("lyon", List.of("auvergne-rhone-alpes", "lyon"), Set.of()));
            default -> Optional.empty();
        };
        return new LeadCalls(calls, grounds, Clock.fixed(at, ZoneOffset.UTC));
    }

    private static CallForm form(Instant opens, Instant closes) {
        return new CallForm(
                "auvergne-rhone-alpes",
                new Words("Circuits courts", "Short supply chains"),
                new Words("Du champ à l’assiette.", null),
                "alimentation",
                opens,
                closes,
                List.of(),
                Selection.NONE,
                Stake.NONE);
    }

    private static CallForm choosing(@Nullable Instant jury, @Nullable Instant vote) {
        CallForm form = form(OPENS, CLOSES);
        var criteria = List.of(new Criterion("lien", new Words("Lien social", null), 100));
        return new CallForm(
                form.territory(),
                form.title(),
                form.text(),
                form.theme(),
                OPENS,
                CLOSES,
                List.of(),
                new Selection(null, jury, vote, criteria, 1),
                Stake.NONE);
    }

    private static List<Rule> rules(Decision decision) {
        assertThat(decision).isInstanceOf(Rejected.class);
        Refusal reason = ((Rejected) decision).reason();
        assertThat(reason).isInstanceOf(Refusal.RulesBroken.class);
        return ((Refusal.RulesBroken) reason)
                .breaches().stream().map(Breach::rule).toList();
    }

    record Person(String memberId, String animated) implements Staff {
        @Override
        public boolean animates(List<String> territoryPath) {
            return territoryPath.contains(animated);
        }
    }

    private static final class InMemoryCalls implements Calls {

        private final Map<String, Call> byId = new HashMap<>();

        @Override
        public Optional<Call> find(String id) {
            return Optional.ofNullable(byId.get(id));
        }

        @Override
        public Optional<Call> findBySlug(String slug) {
            return byId.values().stream()
                    .filter(call -> call.slug().equals(slug))
                    .findFirst();
        }

        @Override
        public Page list(Search search) {
            return new Page(List.copyOf(byId.values()), null);
        }

        @Override
        public boolean insert(Call announced) {
            boolean free = findBySlug(announced.slug()).isEmpty()
                    && find(announced.id()).isEmpty();
            if (free) {
                byId.put(announced.id(), announced);
            }
            return free;
        }

        @Override
        public Optional<Decision> change(String id, Function<Call, Decision> decide) {
            @Nullable Call known = byId.get(id);
            if (known == null) {
                return Optional.empty();
            }
            Decision decision = decide.apply(known);
            if (decision instanceof Accepted(Call after, var event)) {
                byId.put(id, after);
            }
            return Optional.of(decision);
        }
    }
}
