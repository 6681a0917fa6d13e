package quartier.pledge.escrow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import quartier.platform.web.Problem;
import quartier.pledge.escrow.BackerKind;
import quartier.pledge.escrow.PledgeKind;
import quartier.pledge.escrow.PledgeStatus;
import quartier.pledge.escrow.PledgeView;
import quartier.pledge.escrow.PledgeViews;
import quartier.pledge.escrow.Promise;
import quartier.pledge.escrow.Visibility;

class PledgesByNameTest {

    private final Map<String, String> names = new HashMap<>();
    private final Standing pledges = new Standing();
    private final PledgesByName byName =
            new PledgesByName(pledges, shown -> new ShownNames.Lookup(names, Map.of("org-1", "Froid du Rhône")));

    @Test
    void findsAPartOfTheNameWhateverItsCaseAndAccents() {
        pledged("Rémi Dupont", Visibility.NAME, null);
        pledged("Inès Martin", Visibility.NAME, null);
        pledged("Nadia", Visibility.NAME, "org-1");

        assertThat(found("REMI dup")).containsExactly("Rémi Dupont");
        assertThat(found("rhone")).containsExactly("Froid du Rhône");
        assertThat(found("nadia")).as("who pledged for an organisation").isEmpty();
        assertThat(found(".*")).isEmpty();
    }

    @Test
    void doesNotFindOutWhatABackerHides() {
        pledged("Rémi Dupont", Visibility.ANONYMOUS, null);
        pledged("Rémi Durand", Visibility.FIRST_NAME, null);

        assertThat(found("rémi")).containsExactly("Rémi");
        assertThat(found("du")).isEmpty();
    }

    @Test
    void goesOnAfterTheLastThatItShowed() {
        for (int number = 0; number < 7; number++) {
            pledged(number % 2 == 0 ? "Rémi " + number : "Inès " + number, Visibility.NAME, null);
        }

        Page<CampaignPledgeJson> first = byName.paidOf("c", null, "remi", null, 2);
        Page<CampaignPledgeJson> second = byName.paidOf("c", null, "remi", first.next(), 2);

        assertThat(first.items()).extracting(CampaignPledgeJson::name).containsExactly("Rémi 0", "Rémi 2");
        assertThat(second.items()).extracting(CampaignPledgeJson::name).containsExactly("Rémi 4", "Rémi 6");
        assertThat(second.next()).as("it was the last of all").isNull();
    }

    @Test
    void looksAtSoManyPledgesAndLeavesTheRestToTheNextRequest() {
        IntStream.range(0, PledgesByName.LOOKED_AT).forEach(number -> pledged("Inès", Visibility.NAME, null));
        pledged("Rémi", Visibility.NAME, null);

        Page<CampaignPledgeJson> first = byName.paidOf("c", null, "remi", null, 20);

        assertThat(first.items()).isEmpty();
        assertThat(pledges.looks).isEqualTo(PledgesByName.LOOKED_AT / PledgesByName.LOOKED_AT_ONCE);
        assertThat(byName.paidOf("c", null, "remi", first.next(), 20).items()).hasSize(1);
    }

    @Test
    void searchesForNothingWhereNothingIsTypedAndRefusesATextThatIsTooLong() {
        assertThat(PledgesByName.wanted(null)).isNull();
        assertThat(PledgesByName.wanted("  ")).isNull();
        assertThat(PledgesByName.wanted(" Rémi ")).isEqualTo("Rémi");
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> PledgesByName.wanted("r".repeat(101)));
    }

    private List<String> found(String name) {
        return byName.paidOf("c", null, name, null, 20).items().stream()
                .map(found -> String.valueOf(found.name()))
                .toList();
    }

    private void pledged(String name, Visibility visibility, @Nullable String organisation) {
        String number = "%05d".formatted(pledges.all.size());
        names.put("m-" + number, name);
        Promise promise = new Promise(
                "pl-" + number,
                "m-" + number,
                organisation,
                500,
                null,
                visibility,
                "fingerprint",
                "payment-" + number,
                Instant.EPOCH,
                PledgeKind.GIFT,
                BackerKind.PERSON,
                false,
                null);
        pledges.all.add(new PledgeView("c", promise, "EUR", PledgeStatus.CONFIRMED, null, null, Instant.EPOCH, 0));
    }

    /** In the order in which they came; a cursor is the place of the last one. */
    private static final class Standing implements PledgeViews {

        private final List<PledgeView> all = new ArrayList<>();
        private int looks;

        @Override
        public Slice paidOf(String campaign, @Nullable String tier, @Nullable String cursor, int limit) {
            looks++;
            int from = cursor == null ? 0 : Integer.parseInt(cursor) + 1;
            int to = Math.min(all.size(), from + limit);
            return new Slice(all.subList(from, to), to < all.size() ? String.valueOf(to - 1) : null);
        }

        @Override
        public String cursorAfter(PledgeView last) {
            return String.valueOf(all.indexOf(last));
        }

        @Override
        public Optional<PledgeView> find(String pledge) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Slice ofBacker(String backer, @Nullable String cursor, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Slice ofCampaign(String campaign, @Nullable String cursor, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Slice confirmedOf(String campaign, @Nullable String cursor, int limit) {
            throw new UnsupportedOperationException();
        }
    }
}
