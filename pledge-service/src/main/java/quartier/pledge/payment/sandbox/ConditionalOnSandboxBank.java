package quartier.pledge.payment.sandbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Invented money only where everything is invented: never because somebody forgot to name a provider. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnBooleanProperty("quartier.sandbox.enabled")
@ConditionalOnProperty(name = "quartier.payment.provider", havingValue = "sandbox", matchIfMissing = true)
@interface ConditionalOnSandboxBank {}
