package quartier.pledge.risk.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The network from which a request came, as the gateway says. Of an IPv6 address the first 64 bits count: a household
 * has all the others.
 */
@Component
@EnableConfigurationProperties(ClientProperties.class)
public final class ClientAddresses {

    private static final int LONGEST = 64;
    private static final int NETWORK = 8;

    private final String header;

    ClientAddresses(ClientProperties properties) {
        this.header = properties.addressHeader();
    }

    /** Empty without the gateway's header, or with one that is no address. */
    public Optional<String> of(HttpHeaders headers) {
        String given = headers.getFirst(header);
        if (given == null || given.isBlank() || given.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            InetAddress address = InetAddress.ofLiteral(given.strip());
            byte[] bytes = address.getAddress();
            if (address instanceof Inet6Address) {
                Arrays.fill(bytes, NETWORK, bytes.length, (byte) 0);
            }
            return Optional.of(InetAddress.getByAddress(bytes).getHostAddress());
        } catch (IllegalArgumentException | UnknownHostException noAddress) {
            return Optional.empty();
        }
    }
}
