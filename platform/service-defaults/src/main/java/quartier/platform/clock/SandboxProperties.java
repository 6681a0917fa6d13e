package quartier.platform.clock;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whether this is a sandbox: invented money, movable time. Never set in production.
 *
 * @param enabled false unless said otherwise
 * @param clockFile where the offset of the sandbox's clock stands; without it the time is the real one
 */
@ConfigurationProperties("quartier.sandbox")
public record SandboxProperties(boolean enabled, @Nullable Path clockFile) {}
