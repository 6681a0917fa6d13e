package quartier.catalog.delivery.mongo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import quartier.platform.clock.SandboxProperties;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliveryProperties.class)
class SealConfiguration {

    private static final int KEY_BYTES = 32;

    @Bean
    Seal addressSeal(DeliveryProperties delivery, SandboxProperties sandbox) {
        String configured = delivery.addressKey();
        if (configured.isEmpty() && !sandbox.enabled()) {
            throw new IllegalStateException("No key seals the addresses to which rewards are sent:"
                    + " set QUARTIER_ADDRESS_KEY to 64 hexadecimal digits that nobody else knows.");
        }
        byte[] bytes = configured.isEmpty()
                ? Arrays.copyOf("sandbox addresses are nobody's home".getBytes(StandardCharsets.UTF_8), KEY_BYTES)
                : HexFormat.of().parseHex(configured);
        return new Seal(new SecretKeySpec(bytes, "AES"));
    }
}
