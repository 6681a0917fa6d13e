package quartier.local.identity;

import java.util.List;

/**
 * Somebody with an account.
 *
 * @param memberId opaque: the subject of tokens, and the only name of a person that the services know
 * @param locale {@code fr} or {@code en}
 * @param roles as they stand in tokens
 * @param passwordHash with its algorithm in braces
 */
record Person(String memberId, String email, String name, String locale, List<String> roles, String passwordHash) {

    Person {
        roles = List.copyOf(roles);
    }
}
