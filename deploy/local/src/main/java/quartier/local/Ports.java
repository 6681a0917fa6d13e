package quartier.local;

import java.util.LinkedHashMap;
import java.util.Map;

/** Twenty ports from a base: the gateway's first, the others' as {@link Part} says, and ten further each one's own. */
record Ports(int base) {

    private static final int MAIL_OFFSET = 7;
    private static final int MANAGEMENT_OFFSET = 10;
    private static final int LAST_PORT = 65_535;

    Ports {
        if (base < 1_024 || base + 2 * MANAGEMENT_OFFSET > LAST_PORT) {
            throw new CommandFailed("QUARTIER_PORTS_FROM must lie between 1024 and "
                    + (LAST_PORT - 2 * MANAGEMENT_OFFSET) + ", not " + base + ".");
        }
    }

    int of(Part part) {
        return base + part.portOffset();
    }

    /** Where a service tells its health; the controller's for the broker. */
    int managementOf(Part part) {
        return of(part) + MANAGEMENT_OFFSET;
    }

    int mail() {
        return base + MAIL_OFFSET;
    }

    /** Every port that one process needs, and what for. */
    Map<Integer, String> neededBy(Part part) {
        Map<Integer, String> needed = new LinkedHashMap<>();
        needed.put(of(part), part.title());
        if (part != Part.STORE) {
            needed.put(managementOf(part), part.title() + (part == Part.BROKER ? " (controller)" : " (health)"));
        }
        if (part == Part.IDENTITY) {
            needed.put(mail(), "identity (SMTP)");
        }
        return needed;
    }
}
