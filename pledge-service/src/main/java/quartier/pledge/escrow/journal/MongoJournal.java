package quartier.pledge.escrow.journal;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.UUID;
import quartier.pledge.escrow.Entry;
import quartier.pledge.escrow.Journal;
import quartier.pledge.escrow.Page;

/** The journal in the database, with the queue in which this process's pages wait for their commit. */
final class MongoJournal implements Journal, AutoCloseable {

    private final MongoPages pages;
    private final CommitQueue commits;
    private final PageJournal journal;

    MongoJournal(MongoDatabase database) {
        this.pages = new MongoPages(database);
        this.commits = new CommitQueue(new Committer(pages, Pace.REAL));
        this.journal = new PageJournal(pages, new PageCodec(UUID.randomUUID().toString()), commits::commit);
        commits.start();
    }

    PageStore pages() {
        return pages;
    }

    @Override
    public Draft draft(String campaign, long n, String previous, List<Entry> entries) {
        return journal.draft(campaign, n, previous, entries);
    }

    @Override
    public List<Page> read(String campaign, long n, int limit) {
        return journal.read(campaign, n, limit);
    }

    @Override
    public void close() {
        commits.close();
    }
}
