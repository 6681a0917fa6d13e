package quartier.gateway.signin;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whose pictures may stand behind the maps: the content policy has to know.
 *
 * @param tileUrl with {@code {z}}, {@code {x}} and {@code {y}}; null where maps are drawn without any
 */
@ConfigurationProperties("quartier.map")
public record MapTiles(@Nullable String tileUrl) {

    public MapTiles {
        tileUrl = tileUrl == null || tileUrl.isBlank() ? null : tileUrl;
    }

    /** For {@code img-src}, with a space before it. */
    String source() {
        if (tileUrl == null) {
            return "";
        }
        URI address = URI.create(tileUrl.replaceAll("\\{[^}]*}", "0"));
        return " " + address.getScheme() + "://" + address.getAuthority();
    }
}
