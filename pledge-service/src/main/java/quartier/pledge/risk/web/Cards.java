package quartier.pledge.risk.web;

import java.util.Set;
import org.springframework.stereotype.Component;

/** What recognises a card. The number is only ever hashed, and under a key that is forgotten. */
@Component
public final class Cards {

    private final Set<String> shared;

    Cards(ClientProperties properties) {
        this.shared = Set.copyOf(properties.sharedCards());
    }

    /** @param number its digits */
    public String of(String member, String number) {
        return shared.contains(number) ? number + " of " + member : number;
    }
}
