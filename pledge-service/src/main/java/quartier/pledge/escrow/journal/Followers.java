package quartier.pledge.escrow.journal;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Folded;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.escrow.Page;

/** What follows the journal: projections and relay. Only {@link #opening} is waited for. */
interface Followers {

    /** A campaign's first page is about to be written. Afterwards a sweep finds the campaign. */
    void opening(String campaign);

    /** Of these pledge ids those that another campaign uses, as far as the projections know, and which one. */
    CompletableFuture<Map<String, String>> campaignsOtherThan(String campaign, Set<String> pledges);

    /** A command is about to be answered, decided as of that page. */
    void told(Command command, Outcome outcome, long page);

    /** A page stands; {@code after} is {@code before} with it. */
    void committed(Page page, Folded before, Folded after);
}
