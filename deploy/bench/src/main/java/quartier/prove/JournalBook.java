package quartier.prove;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import quartier.pledge.escrow.Account;
import quartier.pledge.escrow.Entry;
import quartier.pledge.escrow.Event;
import quartier.pledge.escrow.Page;
import quartier.pledge.escrow.Returned;
import quartier.pledge.escrow.journal.StoredJournal;

/**
 * One campaign's journal as it stands in the store, counted in the plainest way and as it grows: whether or not a
 * service is there to be asked.
 */
final class JournalBook {

    private static final int PAGES_AT_ONCE = 64;

    private final StoredJournal stored;
    private final String campaign;
    private final Map<Account, Long> balances = new EnumMap<>(Account.class);
    private final Map<String, Integer> placed = new HashMap<>();
    private final Map<String, Long> confirmed = new HashMap<>();
    private final Map<String, Integer> ofTiers = new TreeMap<>();
    private final Map<String, String> tiers = new HashMap<>();
    private final List<Returned> refunds = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private long last;
    private long confirmedTwice;
    private long highest;
    private boolean settled;

    JournalBook(MongoDatabase database, String campaign) {
        this.stored = new StoredJournal(database);
        this.campaign = campaign;
    }

    /** Reads what is new. */
    JournalBook read() {
        List<StoredJournal.StoredPage> pages;
        do {
            List<Long> wanted =
                    LongStream.range(last + 1, last + 1 + PAGES_AT_ONCE).boxed().toList();
            pages = stored.read(campaign, wanted);
            pages.forEach(page -> add(page.page()));
        } while (pages.size() == PAGES_AT_ONCE);
        return this;
    }

    private void add(Page page) {
        if (page.n() != last + 1) {
            throw new IllegalStateException("page " + page.n() + " follows page " + last);
        }
        last = page.n();
        page.entries().forEach(this::add);
    }

    private void add(Entry entry) {
        entry.events().forEach(this::add);
        if (entry.transaction() != null) {
            entry.transaction()
                    .postings()
                    .forEach(posting -> balances.merge(posting.account(), posting.minorUnits(), Math::addExact));
        }
    }

    /** A run like this has these events and no others that concern it. */
    private void add(Event event) {
        if (event instanceof Event.PledgePlaced placing) {
            placed.merge(placing.promise().pledge(), 1, Integer::sum);
            if (placing.promise().tier() != null) {
                tiers.put(placing.promise().pledge(), placing.promise().tier());
            }
        } else if (event instanceof Event.PledgeConfirmed confirming) {
            confirm(confirming);
        } else if (event instanceof Event.Refunded refund) {
            refunds.add(refund.money());
            told.add("quartier.pledge.refunded.v1 " + refund.money().pledge());
        } else if (event instanceof Event.CampaignSettled) {
            settled = true;
        }
    }

    private void confirm(Event.PledgeConfirmed event) {
        confirmedTwice += confirmed.put(event.pledge(), event.amountMinorUnits()) == null ? 0 : 1;
        highest = Math.addExact(highest, event.amountMinorUnits());
        String tier = tiers.get(event.pledge());
        if (tier != null) {
            ofTiers.merge(tier, 1, Integer::sum);
        }
        told.add("quartier.pledge.confirmed.v1 " + event.pledge());
    }

    /** The newest page. */
    long last() {
        return last;
    }

    boolean isSettled() {
        return settled;
    }

    /** How often each pledge was placed. */
    Map<String, Integer> placed() {
        return placed;
    }

    /** Amounts of pledges that were paid. */
    Map<String, Long> confirmed() {
        return confirmed;
    }

    long confirmedTwice() {
        return confirmedTwice;
    }

    long confirmedMinorUnits() {
        return highest;
    }

    /** How many of a tier were sold. */
    int sold(String tier) {
        return ofTiers.getOrDefault(tier, 0);
    }

    List<Returned> refunds() {
        return refunds;
    }

    /** Debits minus credits. */
    Map<Account, Long> balances() {
        return balances;
    }

    /** What has to be told of pledges, in this order. */
    List<String> told() {
        return told;
    }

    /** Whether projections and relay have come to the end of what was read. */
    boolean isFollowed() {
        return stored.escrow(campaign)
                .filter(document -> document.getLong("projectedPage") >= last)
                .filter(document -> document.getLong("relayedPage") >= last)
                .isPresent();
    }
}
