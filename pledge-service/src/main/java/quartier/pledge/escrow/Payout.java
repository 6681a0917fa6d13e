package quartier.pledge.escrow;

import java.time.Instant;

/** A payment of a funded campaign to its owner: the main one, and one of what was kept in reserve. */
public sealed interface Payout {

    String MAIN = "main";
    /** What slow means of payment brought and their payers may still take back. */
    String RESERVE = "reserve";

    String id();

    long amountMinorUnits();

    /** From 1; a retry after a definite failure is a new attempt, a time-out is the same one again. */
    int attempt();

    /** @param from not paid earlier */
    record Due(String id, long amountMinorUnits, int attempt, Instant from) implements Payout {}

    /** Refused: owed to the owner until an operator retries. */
    record Failed(String id, long amountMinorUnits, int attempt, String failure) implements Payout {}

    /** Paid, and sent back by the payee's bank: owed to the owner until an operator retries. */
    record CameBack(String id, long amountMinorUnits, int attempt, String failure) implements Payout {}

    record Done(String id, long amountMinorUnits, int attempt, String reference, Instant at) implements Payout {}
}
