package quartier.gateway.call;

import java.util.Optional;

/** In whose name a service is called: a member's token, or nobody's. */
@FunctionalInterface
public interface Bearer {

    Optional<String> token();

    static Bearer none() {
        return Optional::empty;
    }
}
