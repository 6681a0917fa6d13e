package quartier.pledge.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.pledge.escrow.Campaigns.START;
import static quartier.pledge.escrow.Campaigns.open;
import static quartier.pledge.escrow.Campaigns.place;
import static quartier.pledge.escrow.Campaigns.terms;

import org.junit.jupiter.api.Test;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Event;
import quartier.pledge.escrow.Lives;
import quartier.pledge.escrow.Page;
import quartier.pledge.escrow.journal.MemoryJournal;
import quartier.pledge.escrow.journal.StoredJournal;

/**
 * What is wrong with the journal itself, with what is projected from it, and with what was audited before; and nothing is
 * found where nothing is wrong. Mistakes about money are in {@link AuditorMoneyTest}.
 */
class AuditorTest extends AuditedJournal {

    private static final int LIVES = 400;

    @Test
    void findsNothingInRandomLives() {
        for (long seed = 1; seed <= LIVES; seed++) {
            String campaign = Lives.CAMPAIGN;
            MemoryJournal life = new MemoryJournal();
            Lives.settled(seed).forEach(entry -> life.plant(campaign, entry));
            life.project(campaign);
            AuditReport report = new Auditor(new StoredJournal(life)).audit();
            assertThat(report.isClean()).as("seed %d: %s", seed, print(report)).isTrue();
        }
    }

    @Test
    void findsNothingInALifeWithEverythingAndLooksAtAllOfIt() {
        wholeLife();
        journal.project(CAMPAIGN);
        comparisons.compare(journal, CAMPAIGN);
        AuditReport report = audit();
        assertThat(report.isClean()).as(() -> print(report)).isTrue();
        assertThat(Check.values()).allMatch(check -> report.examined(check) > 0);
    }

    @Test
    void namesATamperedPage() {
        live();
        journal.tamper(CAMPAIGN, 2, "m-p1");
        assertFinds(Check.CHAIN, "page 2 is not what its hash says");
    }

    @Test
    void findsAMissingPage() {
        live();
        journal.remove(CAMPAIGN, 2);
        assertFinds(Check.CHAIN, "1 pages are missing below page 5");
    }

    @Test
    void findsABrokenChain() {
        live();
        journal.plantAfter(Page.NO_HASH, CAMPAIGN, entry(new Event.PledgeCancelled(START, "p1")));
        assertFinds(Check.CHAIN, "page 6 does not follow the one before");
    }

    @Test
    void findsAPledgeInTwoCampaigns() {
        live();
        journal.project(CAMPAIGN);
        journal.accept("other", open(terms()));
        journal.accept("other", place("p1", 700));
        journal.project("other");
        assertFinds(Check.IDENTITY, "other: pledge p1 is in campaign kfe too");
    }

    @Test
    void findsPositionsAheadOfTheJournal() {
        live();
        journal.project(CAMPAIGN);
        journal.campaignDocument(CAMPAIGN).append("relayedPage", 6L);
        assertFinds(Check.POSITIONS, "relayedPage is 6, the journal ends at page 5");
        journal.document("p1").append("page", 9L);
        assertFinds(Check.POSITIONS, "the document of pledge p1 shows page 9, which the journal has not");
    }

    @Test
    void findsProjectionsThatSaySomethingElse() {
        live();
        journal.project(CAMPAIGN);
        journal.document("p1").append("status", "refunded");
        assertFinds(Check.PROJECTIONS, "the document of pledge p1 says status = refunded, the journal confirmed");
        journal.campaignDocument(CAMPAIGN).append("collected", 999L);
        assertFinds(Check.PROJECTIONS, "the campaign's document says collected = 999, the journal 1000");
        journal.removeDocument("p2");
        assertFinds(Check.PROJECTIONS, "the document of pledge p2 misses page 5");
    }

    @Test
    void findsADocumentThatNoJournalHas() {
        live();
        journal.project(CAMPAIGN);
        journal.document("invented");
        assertFinds(Check.PROJECTIONS, "1 documents show pledges that no journal has");
    }

    @Test
    void doesNotMindProjectionsThatAreBehind() {
        live();
        journal.project(CAMPAIGN);
        accept(new Command.CancelPledge(START, "p1"));
        assertThat(audit().isClean()).isTrue();
        journal.document("p1").append("status", "cancelled");
        assertFinds(Check.PROJECTIONS, "says status = cancelled, the journal confirmed");
    }

    @Test
    void goesOnFromItsCheckpoint() {
        live();
        journal.project(CAMPAIGN);
        assertThat(audit(AuditMode.FULL).examined(Check.CHAIN)).isEqualTo(5);
        assertThat(auditedPage()).isEqualTo(5);
        AuditReport quiet = audit(AuditMode.INCREMENTAL);
        assertThat(quiet.isClean()).as(() -> print(quiet)).isTrue();
        assertThat(quiet.examined(Check.CHAIN)).isEqualTo(1);

        accept(new Command.CancelPledge(START, "p1"));
        journal.project(CAMPAIGN);
        // The page of the checkpoint, then all six again.
        assertThat(audit(AuditMode.INCREMENTAL).examined(Check.CHAIN)).isEqualTo(7);
        assertThat(auditedPage()).isEqualTo(6);
    }

    @Test
    void setsNoCheckpointWhereItFoundSomething() {
        live();
        plant(new Event.HoldExpired(START, "p1"));
        audit(AuditMode.FULL);
        assertThat(checkpoints.campaigns()).isEmpty();
    }

    @Test
    void findsAJournalThatWasCutOffAfterItsCheckpoint() {
        live();
        journal.project(CAMPAIGN);
        audit(AuditMode.FULL);
        journal.remove(CAMPAIGN, 5);
        journal.removeDocument("p2");
        journal.campaignDocument(CAMPAIGN).append("projectedPage", 4L).append("relayedPage", 4L);
        audit(AuditMode.FULL);
        AuditReport report = audit(AuditMode.INCREMENTAL);
        assertThat(report.messages(Check.CHAIN))
                .anyMatch(found -> found.contains("the journal ends at page 4 and was audited further"));
    }

    @Test
    void findsAJournalThatWasWrittenAnew() {
        live();
        journal.project(CAMPAIGN);
        audit(AuditMode.FULL);
        journal.remove(CAMPAIGN, 5);
        plant(new Event.PledgeDeclined(START, "p2", "no"));
        AuditReport report = audit(AuditMode.INCREMENTAL);
        assertThat(report.messages(Check.CHAIN))
                .anyMatch(found -> found.contains("page 5: is not the page that was audited"));
    }

    private long auditedPage() {
        return checkpoints.find(CAMPAIGN).map(Checkpoint::page).orElse(0L);
    }
}
