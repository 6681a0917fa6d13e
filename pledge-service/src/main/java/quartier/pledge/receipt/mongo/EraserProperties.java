package quartier.pledge.receipt.mongo;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param eraseEvery how often papers and identities are looked for whose time is over, in real time */
@ConfigurationProperties("quartier.receipt.eraser")
record EraserProperties(@DefaultValue("1h") Duration eraseEvery) {}
