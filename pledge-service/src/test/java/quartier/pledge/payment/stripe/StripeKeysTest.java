package quartier.pledge.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import quartier.testing.TestServers;

/** Real money needs its keys: without them the service does not start, and says which is missing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StripeKeysTest {

    private static final String STRIPE = "quartier.payment.provider=stripe";
    private static final String SECRET_KEY = "quartier.payment.stripe.secret-key=sk_test_of_the_tests";
    private static final String WEBHOOK_SECRET = "quartier.payment.stripe.webhook-secret=whsec_of_the_tests";

    private final MongoClient client = MongoClients.create(TestServers.mongodb());
    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withBean(MongoDatabase.class, () -> client.getDatabase("stripe-keys"))
            .withUserConfiguration(StripeConfiguration.class);

    @AfterAll
    void close() {
        client.close();
    }

    @Test
    void refusesToStartWithoutItsKeysAndNamesThem() {
        service.withPropertyValues(STRIPE)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("quartier.payment.stripe")
                        .hasMessageContaining("secretKey")
                        .hasMessageContaining("the key of the platform's Stripe account")
                        .hasMessageContaining("webhookSecret"));
        service.withPropertyValues(STRIPE, SECRET_KEY)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("the signing secret of Stripe's webhook endpoint"));
    }

    @Test
    void startsWithThem() {
        service.withPropertyValues(STRIPE, SECRET_KEY, WEBHOOK_SECRET)
                .run(context -> assertThat(context).hasBean("rawProvider"));
    }

    @Test
    void isNotThereUnlessItIsChosen() {
        service.run(context -> assertThat(context).doesNotHaveBean("rawProvider"));
    }
}
