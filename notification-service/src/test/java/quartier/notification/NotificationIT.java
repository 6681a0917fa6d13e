package quartier.notification;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import quartier.testing.QuartierIT;

/** The whole service with broker, store and a mail server; the same one for all test classes. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@QuartierIT
@Import(MailServerConfiguration.class)
@interface NotificationIT {}
