package quartier.pledge.refund;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import quartier.platform.clock.SandboxProperties;
import quartier.pledge.escrow.Escrows;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RefundProperties.class)
class RefundConfiguration {

    private static final int KEY_BYTES = 32;

    @Bean
    RefundAccounts refundAccounts(MongoDatabase database, RefundProperties properties, SandboxProperties sandbox) {
        return new RefundAccounts(database, new Seal(key(properties.key(), sandbox.enabled())));
    }

    @Bean
    AccountEraser accountEraser(RefundAccounts accounts, Escrows escrows, RefundProperties properties) {
        return new AccountEraser(accounts, escrows, properties.eraseEvery());
    }

    private static SecretKey key(String configured, boolean sandbox) {
        if (configured.isEmpty() && !sandbox) {
            throw new IllegalStateException("No key seals the accounts of backers whose refund failed:"
                    + " set QUARTIER_REFUND_ACCOUNT_KEY to 48 or 64 hexadecimal digits that nobody else knows.");
        }
        byte[] bytes = configured.isEmpty()
                ? Arrays.copyOf("sandbox accounts are not accounts".getBytes(StandardCharsets.UTF_8), KEY_BYTES)
                : HexFormat.of().parseHex(configured);
        return new SecretKeySpec(bytes, "AES");
    }
}
