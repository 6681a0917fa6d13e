package quartier.local.identity;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a token says of a person, beside its protocol's own claims. */
final class TokenClaims {

    static final String AUDIENCE = "quartier";

    private TokenClaims() {}

    static Map<String, Object> of(Person person) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("name", person.name());
        claims.put("email", person.email());
        claims.put("locale", person.locale());
        claims.put("roles", person.roles());
        return claims;
    }
}
