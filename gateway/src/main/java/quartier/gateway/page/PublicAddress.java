package quartier.gateway.page;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where everybody finds these pages. Addresses that leave the gateway (in feeds, pictures, open data) begin with it and
 * never with the Host that a request came with, which anybody may write.
 *
 * @param url without a slash at its end
 */
@ConfigurationProperties("quartier.public")
public record PublicAddress(URI url) {

    /** The whole address of a path of ours; {@code places} are encoded. */
    public String of(String path, Object... places) {
        return UriComponentsBuilder.fromUri(url)
                .path(path)
                .encode()
                .buildAndExpand(places)
                .toUriString();
    }

    /** Whether the address is one of ours. */
    public boolean isOurs(URI address) {
        return url.getScheme().equalsIgnoreCase(address.getScheme())
                && url.getHost().equalsIgnoreCase(address.getHost())
                && url.getPort() == address.getPort()
                && address.getUserInfo() == null;
    }
}
