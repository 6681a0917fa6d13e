package quartier.pledge.edge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestPropertySource;
import quartier.testing.QuartierIT;

/** The pledge service with a sandbox bank of its own, which is quick about being slow. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@QuartierIT
@Import(Scene.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@TestPropertySource(
        properties = {
            "quartier.payment.sandbox.database=${quartier.service.database}-psp",
            "quartier.payment.sandbox.late-after=300ms",
            // The tests' members are busier than anybody, and their clock jumps.
            "quartier.risk.enabled=${quartier.test.risk:false}",
            "quartier.audit.every=0s",
            "quartier.settlement.sweep-every=100ms",
            "spring.cloud.stream.bindings.allowances-in-0.consumer.max-attempts=3",
            "quartier.settlement.first-pause=50ms",
            "quartier.settlement.longest-pause=200ms",
            "resilience4j.timelimiter.instances.provider.timeout-duration=1s"
        })
@interface PledgeIT {}
