package quartier.gateway.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quartier.gateway.call.Money;
import quartier.gateway.call.Part;
import quartier.gateway.catalog.Project;
import quartier.gateway.pledge.Campaign;

final class StandingTest {

    private static final Instant DEADLINE = Instant.parse("2027-01-24T22:59:59Z");
    private static final Instant BEFORE = DEADLINE.minusSeconds(60);

    @ParameterizedTest
    @CsvSource({
        "live, live, live",
        "live, funded, funded",
        "live, closing, closing",
        "live, not_funded, not_funded",
        "realised, funded, realised",
        "suspended, live, suspended"
    })
    void believesThePledgeServiceAboutTheVerdict(String catalog, String pledge, String shown) {
        assertThat(Standing.of(project(catalog), Part.of(campaign(pledge, 3)), BEFORE)
                        .state())
                .isEqualTo(shown);
    }

    @Test
    void showsTheCatalogsLastFiguresWhenThePledgeServiceIsAway() {
        Standing standing = Standing.of(project("live"), Part.unreachable(), BEFORE);
        assertThat(standing.collected()).isEqualTo(Money.euros(1_000));
        assertThat(standing.stale()).isTrue();
        assertThat(standing.isOpen()).isTrue();
    }

    @Test
    void isClosingFromTheSecondOfTheDeadlineOn() {
        assertThat(Standing.of(project("live"), Part.unreachable(), DEADLINE).state())
                .isEqualTo("closing");
        assertThat(Standing.of(project("live"), Part.unreachable(), DEADLINE.minusNanos(1))
                        .isOpen())
                .isTrue();
    }

    @Test
    void isClosingAfterTheDeadlineThoughThePledgeServiceStillSaysLive() {
        assertThat(Standing.of(project("live"), Part.of(campaign("live", 3)), DEADLINE.plusSeconds(1))
                        .isOpen())
                .isFalse();
    }

    @Test
    void showsASoldOutRewardAsSoldOut() {
        assertThat(Standing.of(project("live"), Part.of(campaign("live", 0)), BEFORE)
                        .tier("t1"))
                .hasValueSatisfying(tier -> assertThat(tier.isSoldOut()).isTrue());
        assertThat(Standing.of(project("live"), Part.of(campaign("live", null)), BEFORE)
                        .tier("t1"))
                .hasValueSatisfying(tier -> assertThat(tier.isSoldOut()).isFalse());
    }

    @Test
    void showsARewardAsClosedAsSoonAsEitherServiceSaysSo() {
        assertThat(Standing.of(project("live", List.of("t1")), Part.of(campaign("live", null)), BEFORE)
                        .tier("t1"))
                .hasValueSatisfying(tier -> assertThat(tier.isGone()).isTrue());
        assertThat(Standing.of(project("live", List.of("t1")), Part.unreachable(), BEFORE)
                        .tier("t1"))
                .hasValueSatisfying(tier -> assertThat(tier.closed()).isTrue());
    }

    private static Project project(String state) {
        return project(state, List.of());
    }

    private static Project project(String state, List<String> closedTiers) {
        return new Project(
                "p1",
                "p1",
                1,
                state,
                "lyon",
                "Titre",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Money.euros(6_000),
                List.of(),
                60,
                List.of(),
                List.of(new Project.Tier("t1", Money.euros(5), "Un café", null, null, null, null)),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                DEADLINE,
                new Project.Totals(Money.euros(1_000), 16, 20),
                null,
                null,
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                closedTiers);
    }

    private static Campaign campaign(String state, @Nullable Integer left) {
        return new Campaign(
                "p1",
                state,
                Money.euros(6_000),
                Money.euros(9_000),
                DEADLINE,
                Money.euros(2_000),
                null,
                33,
                40,
                List.of(new Campaign.Tier("t1", 2, left, null)),
                null,
                List.of(),
                null);
    }
}
