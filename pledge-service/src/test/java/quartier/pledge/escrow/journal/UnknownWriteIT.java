package quartier.pledge.escrow.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.pledge.escrow.Campaigns.open;
import static quartier.pledge.escrow.Campaigns.place;
import static quartier.pledge.escrow.Campaigns.terms;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Decision;
import quartier.pledge.escrow.Entry;
import quartier.pledge.escrow.Folded;
import quartier.pledge.escrow.Journal;
import quartier.pledge.escrow.Page;
import quartier.pledge.escrow.Rules;
import quartier.testing.TestServers;

class UnknownWriteIT {

    private static final String CAMPAIGN = "kfe";

    @ParameterizedTest
    @EnumSource(
            value = UnreliableLine.Break.class,
            names = {"BEFORE_THE_WRITE", "BEFORE_THE_ANSWER"})
    void storesAPageOnceWhetherOrNotTheLostWriteArrived(UnreliableLine.Break how) throws IOException {
        String address = new ConnectionString(TestServers.mongodb()).getHosts().getFirst();
        String database = "it-" + UUID.randomUUID().toString().substring(0, 8);
        try (UnreliableLine line = new UnreliableLine(address);
                MongoClient client = MongoClients.create(line.uri());
                MongoJournal journal = new MongoJournal(client.getDatabase(database))) {
            Page first = write(journal, Folded.nothing(CAMPAIGN), open(terms()));
            Folded folded = Folded.nothing(CAMPAIGN).plus(first);
            line.breakNext(how);

            Page second = write(journal, folded, place("p1", 500));

            assertThat(line.hasBroken()).isTrue();
            assertThat(journal.read(CAMPAIGN, 1, 10))
                    .extracting(Page::hash)
                    .containsExactly(first.hash(), second.hash());
            assertThat(draft(journal, folded, place("p2", 500)).write().join())
                    .as("page 2 by another")
                    .isInstanceOf(Journal.Appended.Overtaken.class);
            client.getDatabase(database).drop();
        }
    }

    private static Page write(MongoJournal journal, Folded before, Command command) {
        Journal.Draft draft = draft(journal, before, command);
        assertThat(draft.write().join()).isInstanceOf(Journal.Appended.Written.class);
        return draft.page();
    }

    private static Journal.Draft draft(MongoJournal journal, Folded before, Command command) {
        if (Rules.decide(CAMPAIGN, before.escrow(), command) instanceof Decision.Accepted accepted) {
            Entry entry = new Entry(null, accepted.events(), accepted.transaction());
            return journal.draft(CAMPAIGN, before.page() + 1, before.hash(), List.of(entry));
        }
        throw new AssertionError("refused: " + command);
    }
}
