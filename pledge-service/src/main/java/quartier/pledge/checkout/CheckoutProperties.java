package quartier.pledge.checkout;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param hold how long money and stock are set aside while a backer pays
 * @param decidedWithin how long a request waits for its campaign's writer
 * @param catchUpEvery how often the provider is asked for what its webhooks did not tell, in real time
 */
@Validated
@ConfigurationProperties("quartier.checkout")
record CheckoutProperties(
        @DefaultValue("15m") Duration hold,
        @DefaultValue("15s") Duration decidedWithin,
        @DefaultValue("1m") Duration catchUpEvery) {}
