package quartier.pledge.audit;

import com.mongodb.client.MongoDatabase;
import java.util.Map;
import java.util.Set;
import quartier.pledge.escrow.journal.StoredJournal;

/**
 * Checks the stored journal of every campaign and its projections. It may run while the service does: it judges the
 * journal as far as it went at the beginning, and each document at the page that it says it shows.
 */
public final class Auditor {

    private final StoredJournal stored;

    public Auditor(MongoDatabase database) {
        this(new StoredJournal(database));
    }

    public Auditor(StoredJournal stored) {
        this.stored = stored;
    }

    public AuditReport audit() {
        AuditReport report = new AuditReport();
        // Counted first: a pledge placed from now on would be taken for one without a journal.
        long documents = stored.countPledges();
        long known = 0;
        for (Map.Entry<String, Set<Long>> campaign : stored.pages().entrySet()) {
            report.campaign();
            known += new CampaignAudit(stored, campaign.getKey(), report).check(campaign.getValue());
        }
        report.require(
                documents <= known || !report.isClean(),
                Check.PROJECTIONS,
                "all campaigns",
                (documents - known) + " documents show pledges that no journal has");
        return report;
    }
}
