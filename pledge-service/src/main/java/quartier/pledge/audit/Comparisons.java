package quartier.pledge.audit;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What reconciliation has recorded: the lines of the provider's statement and of the ledger, side by side. */
interface Comparisons {

    /** Nothing was ever compared. */
    Comparisons NONE = new Comparisons() {
        @Override
        public long page(String campaign) {
            return 0;
        }

        @Override
        public Instant rememberedFrom() {
            return Instant.MAX;
        }

        @Override
        public long count() {
            return 0;
        }

        @Override
        public void ofCampaign(String campaign, Consumer<Compared> to) {}

        @Override
        public void ofNoCampaign(Consumer<Compared> to) {}
    };

    /** One movement as its side names it; the ledger's name begins with the campaign and the page. */
    record Movement(String id, long minorUnits) {}

    /**
     * All that has the same kind, reference and currency.
     *
     * @param key these three
     * @param difference statement minus ledger: what stands in suspense
     * @param since when the first line of it was seen; null when nobody has written that down
     */
    record Compared(
            String key, long difference, @Nullable Instant since, List<Movement> statement, List<Movement> ledger) {
        public Compared {
            statement = List.copyOf(statement);
            ledger = List.copyOf(ledger);
        }
    }

    /** Up to which page the campaign's journal was compared. */
    long page(String campaign);

    /** What matched and last changed before that is forgotten. */
    Instant rememberedFrom();

    long count();

    void ofCampaign(String campaign, Consumer<Compared> to);

    /** What only the provider knows of. */
    void ofNoCampaign(Consumer<Compared> to);
}
