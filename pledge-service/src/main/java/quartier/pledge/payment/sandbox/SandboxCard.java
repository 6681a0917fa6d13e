package quartier.pledge.payment.sandbox;

import java.util.Arrays;
import java.util.Optional;

/** The magic cards: the number decides what the sandbox's bank does. */
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
    NEVER_ANSWERS("4000000000000119");

    private final String number;

    SandboxCard(String number) {
        this.number = number;
    }

    String number() {
        return number;
    }

    /** Spaces don't matter. */
    static Optional<SandboxCard> numbered(String written) {
        String digits = written.replaceAll("\\s", "");
        return Arrays.stream(values())
                .filter(card -> card.number.equals(digits))
                .findFirst();
    }
}
