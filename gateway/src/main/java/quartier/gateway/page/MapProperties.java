package quartier.gateway.page;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param tileUrl of pictures behind the maps, with {@code {z}}, {@code {x}} and {@code {y}}; null where maps are drawn
 *     without any
 */
@ConfigurationProperties("quartier.map")
public record MapProperties(@Nullable String tileUrl) {

    public MapProperties {
        tileUrl = tileUrl == null || tileUrl.isBlank() ? null : tileUrl;
    }
}
