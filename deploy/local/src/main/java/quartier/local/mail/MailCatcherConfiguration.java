package quartier.local.mail;

import java.time.Clock;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** An SMTP server that delivers nothing: what it is given is shown on a page. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailCatcherConfiguration.MailProperties.class)
@Import(MailPages.class)
public class MailCatcherConfiguration {

    @ConfigurationProperties("quartier.mail")
    record MailProperties(int smtpPort) {}

    @Bean
    CaughtMail caughtMail() {
        return new CaughtMail(Clock.systemUTC());
    }

    @Bean
    SmtpServer smtpServer(MailProperties mail, CaughtMail caught) {
        return new SmtpServer(mail.smtpPort(), caught);
    }
}
