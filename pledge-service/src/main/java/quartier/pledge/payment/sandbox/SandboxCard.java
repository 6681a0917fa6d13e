package quartier.pledge.payment.sandbox;

import java.util.Arrays;
import java.util.Optional;

/** The magic cards: the number decides what the sandbox's bank does. Days are those of the sandbox's clock. */
enum SandboxCard {
    ACCEPTED("4242424242424242"),
    DECLINED("4000000000000002"),
    INSUFFICIENT_FUNDS("4000000000009995"),
    NEEDS_AUTHENTICATION("4000000000003220"),
    /** Pending at first; the webhook tells the success a little later. */
    ANSWERS_LATE("4000000000000077"),
    /** Accepted; the first attempts to give the money back fail. */
    REFUND_FAILS("4000000000005126"),
    /** Accepted; its webhooks come twice, and the older one last. */
    REPEATS_ITSELF("4000000000000259"),
    /** The money is taken, but no answer comes and no webhook either: only who asks will know. */
    NEVER_ANSWERS("4000000000000119"),
    /** Accepted; its holder asks for the money back some days later, and we win. */
    DISPUTED_AND_WON("4000000000001976"),
    /** Accepted; its holder asks for the money back some days later, and we lose. */
    DISPUTED_AND_LOST("4000000000002685"),
    /** No card but a debit of an account: captured some days later, and reversible for weeks from then on. */
    SEPA_DEBIT("6000000000003201"),
    /** A debit that the account's bank refuses some days later. */
    SEPA_DEBIT_REFUSED("6000000000003219");

    private final String number;

    SandboxCard(String number) {
        this.number = number;
    }

    String number() {
        return number;
    }

    boolean isDebit() {
        return this == SEPA_DEBIT || this == SEPA_DEBIT_REFUSED;
    }

    boolean isDisputed() {
        return this == DISPUTED_AND_WON || this == DISPUTED_AND_LOST;
    }

    /** Spaces don't matter. */
    static Optional<SandboxCard> numbered(String written) {
        String digits = written.replaceAll("\\s", "");
        return Arrays.stream(values())
                .filter(card -> card.number.equals(digits))
                .findFirst();
    }
}
