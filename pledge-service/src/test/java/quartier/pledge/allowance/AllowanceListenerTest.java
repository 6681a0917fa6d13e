package quartier.pledge.allowance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import quartier.pledge.checkout.Decisions;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.escrow.MatchRule;
import quartier.pledge.escrow.Money;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.escrow.Rejection;
import quartier.pledge.escrow.Statement;
import quartier.testing.EventContracts;

/** Reads the examples of the support-service, and answers what campaigns say to them. */
class AllowanceListenerTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final String GRANTED = "quartier.allowance.granted.v1";
    private static final String CLOSED = "quartier.allowance.closed.v1";
    private static final String ALLOWANCE = "0d9c3a50-92d2-3c9a-8f0e-6a2d7f5a1b44";
    private static final String FUND = "6f1f7f0a-58a3-5f0e-9d10-2f3c1b7f9e21";
    private static final EventContracts SUPPORT = EventContracts.of("support-service");

    private final OneAnswer escrows = new OneAnswer();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AllowanceListener listener = new AllowanceListener(
            new Decisions(escrows, Duration.ofSeconds(1)), Clock.fixed(NOW, ZoneOffset.UTC), meters);

    @Test
    void grantsWhatTheFundAnnounces() {
        listener.accept(message(GRANTED, SUPPORT.example(GRANTED)));

        assertThat(escrows.campaigns).containsExactly("le-tiers-lieu-des-passementiers");
        assertThat(escrows.commands)
                .containsExactly(new Command.GrantAllowance(
                        NOW,
                        ALLOWANCE,
                        FUND,
                        new Money(100_000, "EUR"),
                        new MatchRule.Proportional(1_000, 0, null, null)));
    }

    @Test
    void readsALumpSumThatKeepsTheSchema() {
        String lumpSum = """
                {"allowance":"a1","fund":"f1","campaign":"c1","granted":{"amount":50000,"currency":"EUR"},
                 "rule":{"kind":"lump_sum","amountMinorUnits":50000,"trigger":"backers","reached":80}}""";
        assertThat(SUPPORT.faultsOf(GRANTED, lumpSum)).isEmpty();

        listener.accept(message(GRANTED, lumpSum));

        assertThat(escrows.commands)
                .containsExactly(new Command.GrantAllowance(
                        NOW,
                        "a1",
                        "f1",
                        new Money(50_000, "EUR"),
                        new MatchRule.LumpSum(50_000, MatchRule.Trigger.BACKERS, 80)));
    }

    @Test
    void closesWhatTheFundCloses() {
        listener.accept(message(CLOSED, SUPPORT.example(CLOSED)));

        assertThat(escrows.commands).containsExactly(new Command.CloseAllowance(NOW, ALLOWANCE));
    }

    @Test
    void waitsForACampaignThatIsNotKnownYet() {
        escrows.answer = new Outcome.Rejected(new Rejection.CampaignNotOpen());

        assertThatIllegalStateException().isThrownBy(() -> listener.accept(message(GRANTED, SUPPORT.example(GRANTED))));
    }

    @Test
    void waitsWhileTheCampaignsQueueIsFull() {
        escrows.answer = new Outcome.Overloaded(Duration.ofSeconds(1));

        assertThatIllegalStateException().isThrownBy(() -> listener.accept(message(CLOSED, SUPPORT.example(CLOSED))));
    }

    @Test
    void countsWhatACampaignRefusesForGood() {
        escrows.answer = new Outcome.Rejected(new Rejection.WrongCurrency("CHF"));

        listener.accept(message(GRANTED, SUPPORT.example(GRANTED)));

        assertThat(meters.get("quartier.allowance.rejected")
                        .tag("type", GRANTED)
                        .tag("reason", "wrongcurrency")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void refusesWhatItDoesNotKnowSoThatItEndsAmongTheDeadLetters() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> listener.accept(message("quartier.allowance.doubled.v1", SUPPORT.example(CLOSED))));
        assertThatIllegalArgumentException().isThrownBy(() -> listener.accept(message(GRANTED, """
                        {"allowance":"a1","fund":"f1","campaign":"c1","granted":{"amount":1,"currency":"EUR"},
                         "rule":{"kind":"by-feeling"}}""")));
        assertThat(escrows.commands).isEmpty();
    }

    private static Message<byte[]> message(String type, String json) {
        return MessageBuilder.withPayload(json.getBytes(StandardCharsets.UTF_8))
                .setHeader("ce_id", "e1")
                .setHeader("ce_type", type)
                .setHeader("ce_source", "/test")
                .setHeader("ce_subject", ALLOWANCE)
                .setHeader("ce_sequence", "3")
                .setHeader("ce_time", "2026-11-24T09:59:59Z")
                .build();
    }

    /** Remembers what it was asked, and answers all of it in one way. */
    private static final class OneAnswer implements Escrows {
        final List<String> campaigns = new ArrayList<>();
        final List<Command> commands = new ArrayList<>();
        Outcome answer = new Outcome.Rejected(new Rejection.UnknownAllowance());

        @Override
        public CompletableFuture<Outcome> submit(String campaign, Command command) {
            campaigns.add(campaign);
            commands.add(command);
            return CompletableFuture.completedFuture(answer);
        }

        @Override
        public Optional<Escrow> find(String campaign) {
            return Optional.empty();
        }

        @Override
        public Optional<Statement> statement(String campaign) {
            return Optional.empty();
        }

        @Override
        public List<String> withWork(Instant now, int limit) {
            return List.of();
        }
    }
}
