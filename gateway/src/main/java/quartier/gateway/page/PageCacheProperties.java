package quartier.gateway.page;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param keptFor how long a page that everybody may see is shown again before it is drawn anew; nothing for never */
@ConfigurationProperties("quartier.page-cache")
record PageCacheProperties(@DefaultValue("1s") Duration keptFor) {}
