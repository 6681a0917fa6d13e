package quartier.pledge.audit;

import com.mongodb.client.MongoDatabase;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import quartier.pledge.escrow.journal.StoredJournal;
import quartier.pledge.escrow.journal.StoredJournal.Extent;

/**
 * Checks the stored journal of every campaign and its projections, one campaign after the other: what it keeps in
 * memory is one campaign's state and the campaigns' names. It may run while the service does: it judges a journal as far
 * as it goes when it reads it, and each document at the page that it says it shows.
 */
public final class Auditor {

    private static final String ALL = "all campaigns";

    private final StoredJournal stored;
    private final Comparisons comparisons;
    private final Checkpoints checkpoints;
    private final Runnable alive;

    public Auditor(MongoDatabase database) {
        this(new StoredJournal(database), new MongoComparisons(database), Checkpoints.NONE, () -> {});
    }

    /** Of a journal whose provider's statement nobody has. */
    public Auditor(StoredJournal stored) {
        this(stored, Comparisons.NONE, Checkpoints.NONE, () -> {});
    }

    /** @param alive told before each campaign; what it throws ends the audit */
    Auditor(StoredJournal stored, Comparisons comparisons, Checkpoints checkpoints, Runnable alive) {
        this.stored = stored;
        this.comparisons = comparisons;
        this.checkpoints = checkpoints;
        this.alive = alive;
    }

    public AuditReport audit() {
        return audit(AuditMode.FULL);
    }

    AuditReport audit(AuditMode mode) {
        AuditReport report = new AuditReport();
        // Counted first: a pledge placed from now on would be taken for one without a journal.
        long documents = stored.countPledges();
        long compared = comparisons.count();
        Map<String, Extent> extents = mode == AuditMode.FULL ? stored.extents() : Map.of();
        long known = 0;
        long knownCompared = ofNoCampaign(report);
        for (String campaign : campaigns(mode, extents)) {
            alive.run();
            report.campaign();
            CampaignAudit.Audited audited =
                    audit(campaign, mode, extents.getOrDefault(campaign, new Extent(0, 0)), report);
            known += audited.pledges();
            knownCompared += audited.comparisons();
        }
        if (documents > known && report.isClean()) {
            report.found(Check.PROJECTIONS, ALL, (documents - known) + " documents show pledges that no journal has");
        }
        if (mode == AuditMode.FULL && compared > knownCompared && report.isClean()) {
            report.found(
                    Check.STATEMENT,
                    ALL,
                    (compared - knownCompared) + " comparisons are of campaigns without a journal");
        }
        return report;
    }

    private long ofNoCampaign(AuditReport report) {
        Findings findings = new Findings("the provider's statement", report);
        long[] count = {0};
        comparisons.ofNoCampaign(one -> {
            count[0]++;
            StatementAudit.requireSums(one, findings);
        });
        return count[0];
    }

    private SortedSet<String> campaigns(AuditMode mode, Map<String, Extent> extents) {
        SortedSet<String> campaigns = new TreeSet<>(stored.campaigns());
        campaigns.addAll(extents.keySet());
        if (mode == AuditMode.INCREMENTAL) {
            campaigns.addAll(checkpoints.campaigns());
        }
        return campaigns;
    }

    private CampaignAudit.Audited audit(String campaign, AuditMode mode, Extent extent, AuditReport report) {
        Findings findings = new Findings(campaign, report);
        Checkpoint checkpoint =
                mode == AuditMode.INCREMENTAL ? checkpoints.find(campaign).orElse(null) : null;
        CampaignAudit audit = new CampaignAudit(stored, comparisons, campaign, extent, checkpoint, findings);
        CampaignAudit.Audited audited = audit.run();
        if (audited.checkpoint() != null) {
            checkpoints.put(audited.checkpoint());
        }
        return audited;
    }
}
