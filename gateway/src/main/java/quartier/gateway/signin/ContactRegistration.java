package quartier.gateway.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import quartier.gateway.call.Answer;
import quartier.gateway.notification.Notifications;

/**
 * After sign-in, tells the notification-service where this member reads and in which language. Without it the member is
 * signed in all the same; the next sign-in tells again.
 */
@Component
class ContactRegistration extends SavedRequestAwareAuthenticationSuccessHandler {

    private static final Logger log = LoggerFactory.getLogger(ContactRegistration.class);

    private final Viewers viewers;
    private final Notifications notifications;
    private final LocaleResolver languages;

    ContactRegistration(Viewers viewers, Notifications notifications, LocaleResolver languages) {
        this.viewers = viewers;
        this.notifications = notifications;
        this.languages = languages;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        Member member = viewers.of(request, response).member();
        if (member != null && member.email() != null) {
            String language = languages.resolveLocale(request).getLanguage();
            var answer = notifications.registerContact(member, member.email(), member.name(), language);
            if (answer instanceof Answer.Refused<?>(var refusal)) {
                log.warn("The contact of {} was not registered: {}", member.id(), refusal.type());
            }
        }
        super.onAuthenticationSuccess(request, response, authentication);
    }
}
