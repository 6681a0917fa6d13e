package quartier.local.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.Locale;
import java.util.Set;
import org.h2.mvstore.MVStore;

/**
 * Answers a write only after it stands in the file. Without this the store commits once a second, whatever the write
 * concern says, and a killed process loses up to a second of acknowledged writes.
 *
 * <p>A read may show a write that is not committed yet: as MongoDB's read concern {@code local}.
 */
final class DurableBackend extends H2Backend {

    /** Everything else is taken for a write: a commit too many costs a millisecond, one too few costs data. */
    private static final Set<String> READS = Set.of(
            "find",
            "getmore",
            "count",
            "distinct",
            "killcursors",
            "listcollections",
            "listindexes",
            "listdatabases",
            "ismaster",
            "hello",
            "ping",
            "buildinfo",
            "serverstatus",
            "dbstats",
            "collstats",
            "validate",
            "whatsmyuri",
            "endsessions",
            "getlog",
            "connectionstatus",
            "hostinfo",
            "getparameter",
            "getlasterror");

    private final MVStore store;
    private final GroupCommit commits;

    DurableBackend(MVStore store, DocumentStore.Durability durability) {
        this.store = store; // before the superclass opens the databases
        this.commits = new GroupCommit(() -> {
            if (store.getFileStore() == null) {
                return;
            }
            store.commit();
            if (durability == DocumentStore.Durability.POWER_LOSS) {
                store.sync();
            }
        });
        super(store);
    }

    @Override
    public Document handleCommand(Channel channel, String databaseName, String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        if (name.equals("hello")) {
            Document answer = super.handleCommand(channel, databaseName, "ismaster", query);
            answer.put("isWritablePrimary", true);
            return answer;
        }
        return READS.contains(name)
                ? super.handleCommand(channel, databaseName, command, query)
                : commits.afterCommit(() -> super.handleCommand(channel, databaseName, command, query));
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        return new BsonDatabase(databaseName, store, getCursorRegistry());
    }

    @Override
    public void close() {
        store.close();
        super.close();
    }
}
