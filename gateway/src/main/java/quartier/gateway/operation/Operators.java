package quartier.gateway.operation;

import java.util.Map;
import quartier.gateway.page.NotFound;
import quartier.gateway.signin.Member;

/** What the operator's pages share. */
final class Operators {

    private Operators() {}

    /** A courtesy: the services check it themselves. */
    static void only(Member member) {
        if (!member.isOperator()) {
            throw new NotFound();
        }
    }

    /** The service's word for ours. */
    static String one(String asked, Map<String, String> words) {
        String word = words.get(asked);
        if (word == null) {
            throw new NotFound();
        }
        return word;
    }
}
