package quartier.pledge.escrow.journal;

import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Folded;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.escrow.Page;

/** What follows the journal: projections and relay. Only {@link #opening} is waited for. */
interface Followers {

    /** A campaign's first page is about to be written. Afterwards a sweep finds the campaign. */
    void opening(String campaign);

    /** A command is about to be answered, decided as of that page. */
    void told(Command command, Outcome outcome, long page);

    /** A page stands; {@code after} is {@code before} with it. */
    void committed(Page page, Folded before, Folded after);
}
