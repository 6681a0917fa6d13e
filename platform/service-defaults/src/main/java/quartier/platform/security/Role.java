package quartier.platform.security;

import java.util.Locale;

/** Who may call. Roles of staff are scoped to a territory, the agent's to an organisation. */
public enum Role {
    ANYONE,
    MEMBER,
    MODERATOR,
    ANIMATOR,
    TERRITORY_ADMIN,
    SUPPORTER_AGENT,
    OPERATOR;

    /** As it stands in a token: {@code moderator:lyon}, {@code supporter-agent:ville-de-lyon}, {@code operator}. */
    String claim() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
