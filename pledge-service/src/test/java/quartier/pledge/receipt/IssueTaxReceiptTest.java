package quartier.pledge.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.pledge.receipt.Gifts.NOW;
import static quartier.pledge.receipt.Gifts.RELEASED;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IssueTaxReceiptTest {

    private final Register register = new Register();
    private final People people = new People();
    private final IssueTaxReceipt issue =
            new IssueTaxReceipt(register, new OneBody(), people, new Typewriter(), Gifts.calendar(), Period.ofYears(6));

    @Test
    void numbersReceiptsFromOneWithinTheirBodyAndYear() {
        assertThat(issued(ask("p1", NOW)).number()).hasToString("le-kfe-2027-00001");
        assertThat(issued(ask("p2", NOW)).number()).hasToString("le-kfe-2027-00002");
        assertThat(issued(ask("p3", Instant.parse("2027-12-31T23:00:00Z"))).number())
                .as("in Paris it is 2028 already")
                .hasToString("le-kfe-2028-00001");
    }

    @Test
    void givesTheSameReceiptWhenAskedTwice() {
        TaxReceipt first = issued(ask("p1", NOW));

        var again = issue.answer(request("p1", Gifts.PERSON, NOW.plusSeconds(60)));

        assertThat(again).isEqualTo(new IssueTaxReceipt.Answer.Standing(first));
        assertThat(register.entries).hasSize(1);
    }

    @Test
    void replacesACancelledReceiptUnderANewNumberThatNamesTheOld() {
        TaxReceipt first = issued(ask("p1", NOW));
        register.cancel(new Cancellation(first.number(), "adresse fausse", "m-odile", NOW));
        assertThat(issue.standing("p1")).isEmpty();

        TaxReceipt second = issued(ask("p1", NOW.plusSeconds(60)));

        assertThat(second.number()).hasToString("le-kfe-2027-00002");
        assertThat(second.replaces()).isEqualTo(first.number());
        assertThat(issue.standing("p1")).contains(second);
        assertThat(register.find(first.number())).contains(first);
    }

    @Test
    void takesTheNextNumberWhenAnotherReplicaWasQuicker() {
        register.quicker = 3;

        TaxReceipt mine = issued(ask("p1", NOW));

        assertThat(mine.number().n()).isEqualTo(4);
        assertThat(register.entries.stream().map(entry -> entry.number().n())).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void asksWhoGivesAndRemembersIt() {
        assertThat(issue.answer(request("p1", null, NOW)))
                .isEqualTo(new IssueTaxReceipt.Answer.IdentityNeeded(Gift.Giver.PERSON));

        issued(ask("p1", NOW));

        assertThat(issued(issue.answer(request("p2", null, NOW))).number().n()).isEqualTo(2);
    }

    @Test
    void asksACompanyForItsOwnForm() {
        Gift gift = Gifts.gift("p1", Gift.Kind.GIFT, Gift.Giver.COMPANY, 50_000, null, RELEASED);
        var asPerson = new IssueTaxReceipt.Request(gift, Gifts.PERSON, Language.FRENCH, NOW);
        assertThat(issue.answer(asPerson)).isEqualTo(new IssueTaxReceipt.Answer.IdentityNeeded(Gift.Giver.COMPANY));

        var asCompany = new IssueTaxReceipt.Request(gift, Gifts.COMPANY, Language.FRENCH, NOW);
        assertThat(issued(issue.answer(asCompany)).form()).isEqualTo("16216");
    }

    @Test
    void keepsNothingOfWhomItRefuses() {
        Gift held = Gifts.gift(2500, null, new Gift.Standing.Held());

        var answer = issue.answer(new IssueTaxReceipt.Request(held, Gifts.PERSON, Language.FRENCH, NOW));

        assertThat(answer).isEqualTo(new IssueTaxReceipt.Answer.Refused(new Refusal.NotReleased()));
        assertThat(people.known).isEmpty();
        assertThat(register.entries).isEmpty();
    }

    @Test
    void keepsPapersAndIdentitiesForSixYears() {
        issued(ask("p1", NOW));

        assertThat(register.keptUntil).containsExactly(Instant.parse("2033-01-15T10:00:00Z"));
        assertThat(people.keptUntil).containsExactly(Instant.parse("2033-01-15T10:00:00Z"));
    }

    @Test
    void declaresWhatStandsAndTellsWhatWasCancelled() {
        issued(ask("p1", NOW));
        TaxReceipt wrong = issued(ask("p2", NOW));
        register.cancel(new Cancellation(wrong.number(), "erreur", "m-odile", NOW));
        issued(ask("p2", NOW));

        Declaration declaration =
                Declaration.of("le-kfe", 2027, register.entries, List.of(), register.cancelledOf("le-kfe"));

        assertThat(declaration).isEqualTo(new Declaration("le-kfe", 2027, 2, 5000, 0, 1, 3));
    }

    private IssueTaxReceipt.Answer ask(String pledge, Instant now) {
        return issue.answer(request(pledge, Gifts.PERSON, now));
    }

    private static IssueTaxReceipt.Request request(String pledge, @Nullable Identity identity, Instant now) {
        Gift gift = Gifts.gift(pledge, Gift.Kind.GIFT, Gift.Giver.PERSON, 2500, null, RELEASED);
        return new IssueTaxReceipt.Request(gift, identity, Language.FRENCH, now);
    }

    private static TaxReceipt issued(IssueTaxReceipt.Answer answer) {
        assertThat(answer).isInstanceOf(IssueTaxReceipt.Answer.Issued.class);
        return ((IssueTaxReceipt.Answer.Issued) answer).receipt();
    }

    /** The register in memory, with the same two unique keys. */
    private static final class Register implements TaxReceipts {

        final List<TaxReceipt> entries = new ArrayList<>();
        final List<Instant> keptUntil = new ArrayList<>();
        final Map<ReceiptNumber, Cancellation> cancellations = new HashMap<>();
        int quicker;

        @Override
        public long lastNumber(String body, int year) {
            return entries.stream()
                    .filter(entry -> entry.number().year() == year)
                    .mapToLong(entry -> entry.number().n())
                    .max()
                    .orElse(0);
        }

        @Override
        public Entry enter(ReceiptContent content, byte[] pdf, Instant keepUntil) {
            if (quicker > 0) {
                entries.add(entry(content, "another-" + quicker--));
            }
            Optional<TaxReceipt> served = ofGift(content.gift().pledge(), content.edition());
            if (served.isPresent()) {
                return new Entry.GiftServed(served.get());
            }
            if (find(content.number()).isPresent()) {
                return new Entry.NumberTaken();
            }
            TaxReceipt made = entry(content, content.gift().pledge());
            entries.add(made);
            keptUntil.add(keepUntil);
            return new Entry.Made(made);
        }

        private static TaxReceipt entry(ReceiptContent content, String pledge) {
            return new TaxReceipt(
                    content.number(),
                    pledge,
                    content.edition(),
                    content.replaces(),
                    "c1",
                    "m-remi",
                    content.form(),
                    content.gift().amountMinorUnits(),
                    "EUR",
                    Gifts.PAID_AT,
                    content.issuedAt(),
                    "pdf",
                    "data");
        }

        @Override
        public Optional<TaxReceipt> ofGift(String pledge, int edition) {
            return entries.stream()
                    .filter(entry -> entry.pledge().equals(pledge) && entry.edition() == edition)
                    .findFirst();
        }

        @Override
        public Optional<TaxReceipt> find(ReceiptNumber number) {
            return entries.stream()
                    .filter(entry -> entry.number().equals(number))
                    .findFirst();
        }

        @Override
        public Optional<Cancellation> cancellation(ReceiptNumber number) {
            return Optional.ofNullable(cancellations.get(number));
        }

        @Override
        public Cancellation cancel(Cancellation cancellation) {
            cancellations.putIfAbsent(cancellation.number(), cancellation);
            return cancellation(cancellation.number()).orElseThrow();
        }

        @Override
        public Optional<byte[]> paper(TaxReceipt receipt) {
            return Optional.empty();
        }

        @Override
        public List<TaxReceipt> issuedIn(String body, int year) {
            return entries;
        }

        @Override
        public List<TaxReceipt> forGiftsOf(String body, int year) {
            return List.of();
        }

        @Override
        public Set<ReceiptNumber> cancelledOf(String body) {
            return new HashSet<>(cancellations.keySet());
        }
    }

    private static final class OneBody implements Bodies {
        @Override
        public Optional<Body> find(String id) {
            return Gifts.someBody();
        }

        @Override
        public List<Body> all() {
            return List.of(Gifts.body());
        }

        @Override
        public boolean store(Body body) {
            return false;
        }

        @Override
        public Optional<Body> ofCampaign(String campaign) {
            return Gifts.someBody();
        }

        @Override
        public boolean assign(String campaign, String body) {
            return false;
        }
    }

    private static final class People implements Identities {

        final Map<String, Identity> known = new HashMap<>();
        final List<Instant> keptUntil = new ArrayList<>();

        @Override
        public Optional<Identity> find(String backer, @Nullable String organisation) {
            return Optional.ofNullable(known.get(backer));
        }

        @Override
        public void keep(String backer, @Nullable String organisation, Identity identity, Instant keepUntil) {
            known.put(backer, identity);
            keptUntil.add(keepUntil);
        }

        @Override
        public void forget(String backer) {
            known.remove(backer);
        }
    }

    private static final class Typewriter implements Printer {
        @Override
        public byte[] taxReceipt(ReceiptContent content) {
            return content.number().toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] paymentReceipt(PaymentReceipt receipt, String name, Language language) {
            return new byte[0];
        }

        @Override
        public byte[] statement(OwnerStatement statement, Table table, Language language) {
            return new byte[0];
        }
    }
}
