package quartier.gateway.call;

import java.util.Optional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * From where a request came, as the services are told: they count attempts to pay by it. It is what the container sees;
 * behind a trusted proxy {@code server.forward-headers-strategy} makes that the browser's own address. What a client
 * sends under this name is never passed on.
 */
public final class ClientAddress {

    public static final String HEADER = "Quartier-Client-Address";

    private ClientAddress() {}

    /** Empty on threads that serve no request of their own, such as those of a page's parts. */
    static Optional<String> ofCurrentRequest() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.ofNullable(attributes.getRequest().getRemoteAddr())
                : Optional.empty();
    }
}
