package quartier.local.identity;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import quartier.local.mail.MailCatcherConfiguration;

/** The identity provider of the local default, and the mail catcher beside it. Production brings its own of both. */
@SpringBootApplication
@EnableConfigurationProperties(IdentityProperties.class)
@Import(MailCatcherConfiguration.class)
public class IdentityApplication {

    public static void main(String[] arguments) {
        var application = new SpringApplication(IdentityApplication.class);
        // Not application.yml: this jar is also a library of tests, which have their own.
        System.setProperty("spring.config.name", "identity");
        application.run(arguments);
    }
}
