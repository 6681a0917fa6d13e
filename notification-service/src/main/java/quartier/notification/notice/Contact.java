package quartier.notification.notice;

import java.util.Locale;

/**
 * How to reach a member.
 *
 * @param email as the identity provider verified it
 * @param language {@code fr} or {@code en}
 * @param newsByEmail false after "no more e-mail"; what concerns one's own money is mailed all the same
 */
public record Contact(String member, String email, String name, String language, boolean newsByEmail) {

    public Locale locale() {
        return Locale.of(language);
    }
}
