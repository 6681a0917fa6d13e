package quartier.catalog.call;

import java.util.Locale;

/** What happens to a call now, in the order in which it happens. CHECK, JURY and PREFERENCE may be switched off. */
public enum Phase {
    ANNOUNCE,
    APPLY,
    CHECK,
    JURY,
    PREFERENCE,
    RESULT;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
