package quartier.gateway.call;

import java.util.Locale;

/** The services behind the gateway, by the name that they have in addresses: {@code /api/<segment>/v1}. */
public enum Service {
    CATALOG,
    PLEDGE,
    INKIND,
    SUPPORT,
    NOTIFICATION;

    public String segment() {
        return name().toLowerCase(Locale.ROOT);
    }
}
