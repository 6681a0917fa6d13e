package quartier.support;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param replicas of each topic that this service declares: 1 on one machine, 3 on a cluster */
@Validated
@ConfigurationProperties("quartier.kafka")
record TopicProperties(@DefaultValue("1") @Positive int replicas) {}
