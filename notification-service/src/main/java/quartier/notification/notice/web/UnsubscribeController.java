package quartier.notification.notice.web;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import quartier.notification.NotificationProperties;
import quartier.notification.notice.Contact;
import quartier.notification.notice.Contacts;
import quartier.notification.notice.Project;
import quartier.notification.notice.Projects;
import quartier.notification.notice.Unsubscribe;
import quartier.notification.notice.Unsubscriptions;
import quartier.notification.notice.Unsubscriptions.Subscription;
import quartier.notification.notice.Wording;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Role;

/**
 * Stops e-mail without signing in. Only the POST acts: mail scanners and previews open every link of a mail. It is the
 * one click of RFC 8058, and the button of the page that the GET shows. Anyone who has the token may call.
 */
@RestController
final class UnsubscribeController {

    private static final String PATH = "/v1/unsubscribe/{token}";

    private enum Step {
        ASK,
        DONE,
        UNKNOWN
    }

    private final Unsubscribe unsubscribe;
    private final Unsubscriptions unsubscriptions;
    private final Contacts contacts;
    private final Projects projects;
    private final Wording wording;
    private final ITemplateEngine templates;
    private final NotificationProperties properties;

    UnsubscribeController(
            Unsubscribe unsubscribe,
            Unsubscriptions unsubscriptions,
            Contacts contacts,
            Projects projects,
            Wording wording,
            ITemplateEngine templates,
            NotificationProperties properties) {
        this.unsubscribe = unsubscribe;
        this.unsubscriptions = unsubscriptions;
        this.contacts = contacts;
        this.projects = projects;
        this.wording = wording;
        this.templates = templates;
        this.properties = properties;
    }

    /** @param lang the page's language; the member's own without it */
    @GetMapping(PATH)
    @AllowedTo(Role.ANYONE)
    ResponseEntity<String> ask(
            @PathVariable String token, @RequestParam(required = false) @Nullable String lang, Locale locale) {
        return page(token, unsubscriptions.find(token), Step.ASK, false, lang, locale);
    }

    /** @param scope {@code all} to stop everything, though the token names one project */
    @PostMapping(PATH)
    @AllowedTo(Role.ANYONE)
    ResponseEntity<String> stop(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String scope,
            @RequestParam(required = false) @Nullable String lang,
            Locale locale) {
        boolean all = "all".equals(scope);
        return page(token, unsubscribe.stop(token, all), Step.DONE, all, lang, locale);
    }

    private ResponseEntity<String> page(
            String token,
            Optional<Subscription> found,
            Step step,
            boolean all,
            @Nullable String lang,
            Locale accepted) {
        Locale locale = language(found, lang, accepted);
        String project = found.map(Subscription::project).orElse(null);
        String title = project == null
                ? null
                : projects.find(project).map(Project::title).orElse(null);
        boolean everything = project == null || all;
        Step shown = found.isEmpty() ? Step.UNKNOWN : step;
        String text = switch (shown) {
            case ASK -> phrase(everything ? "ask.all" : "ask.project", locale, title);
            case DONE -> phrase(everything ? "done.all" : "done.project", locale, title);
            case UNKNOWN -> phrase("unknown", locale, title);
        };
        String other = "fr".equals(locale.getLanguage()) ? "en" : "fr";
        String address = properties.api("/v1/unsubscribe/" + token);
        String html = templates.process(
                "unsubscribe",
                new Context(
                        locale,
                        Map.of(
                                "language",
                                locale.getLanguage(),
                                "title",
                                phrase("title", locale, title),
                                "text",
                                text,
                                "asks",
                                shown == Step.ASK,
                                "offersAll",
                                shown == Step.ASK && !everything,
                                "confirm",
                                phrase("confirm", locale, title),
                                "confirmAll",
                                phrase("confirm.all", locale, title),
                                "address",
                                address + "?lang=" + locale.getLanguage(),
                                "otherAddress",
                                address + "?lang=" + other,
                                "other",
                                other)));
        return ResponseEntity.status(found.isEmpty() ? HttpStatus.NOT_FOUND : HttpStatus.OK)
                .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .body(html);
    }

    private String phrase(String key, Locale locale, @Nullable String title) {
        return wording.phrase(
                "unsubscribe." + key, locale, title == null ? wording.phrase("project.unknown", locale) : title);
    }

    private Locale language(Optional<Subscription> found, @Nullable String lang, Locale accepted) {
        if ("fr".equals(lang) || "en".equals(lang)) {
            return Locale.of(lang);
        }
        return found.flatMap(subscription -> contacts.find(subscription.member()))
                .map(Contact::locale)
                .orElse("en".equals(accepted.getLanguage()) ? Locale.ENGLISH : Locale.FRENCH);
    }
}
