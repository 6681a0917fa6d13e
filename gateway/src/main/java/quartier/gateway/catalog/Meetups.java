package quartier.gateway.catalog;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import quartier.gateway.call.Answer;
import quartier.gateway.call.Bearer;
import quartier.gateway.call.Service;
import quartier.gateway.call.ServiceClient;
import quartier.gateway.call.ServiceClient.Request;

/** The meetups and the front pages of the catalog-service. */
@Component
public class Meetups {

    private final ServiceClient http;

    Meetups(Function<Service, ServiceClient> clients) {
        this.http = clients.apply(Service.CATALOG);
    }

    /** Those to come in the territory and in those above it; everywhere for null. */
    public List<Meetup> coming(Bearer viewer, @Nullable String territory) {
        return http.list(viewer, Meetup.class, Request.of("/v1/meetups").with("territory", territory))
                .items();
    }

    public Meetup bySlug(Bearer viewer, String slug) {
        return http.get(viewer, Meetup.class, Request.of("/v1/meetups/by-slug/{slug}", slug));
    }

    public Meetup one(Bearer viewer, String id) {
        return http.get(viewer, Meetup.class, Request.of("/v1/meetups/{id}", id));
    }

    public String calendar(String id) {
        return http.text(Bearer.none(), Request.of("/v1/meetups/{id}/calendar", id));
    }

    public String calendarOf(String territory) {
        return http.text(Bearer.none(), Request.of("/v1/territories/{id}/calendar", territory));
    }

    public List<Meetup.Guest> guests(Bearer staff, String id) {
        return http.list(staff, Meetup.Guest.class, Request.of("/v1/meetups/{id}/guests", id))
                .items();
    }

    public Answer<Meetup> signUp(Bearer member, String id) {
        return http.send(
                HttpMethod.PUT,
                member,
                Meetup.class,
                Request.of("/v1/meetups/{id}/sign-up", id).body(Map.of()));
    }

    public Answer<Meetup> signOff(Bearer member, String id) {
        return http.send(HttpMethod.DELETE, member, Meetup.class, Request.of("/v1/meetups/{id}/sign-up", id));
    }

    /** {@code form} is the contract's MeetupForm. */
    public Answer<Meetup> announce(Bearer staff, String idempotencyKey, Object form) {
        return http.send(
                HttpMethod.POST,
                staff,
                Meetup.class,
                Request.of("/v1/meetups")
                        .header("Idempotency-Key", idempotencyKey)
                        .body(form));
    }

    public Answer<Meetup> change(Bearer staff, String id, long edition, Object form) {
        return http.send(
                HttpMethod.PUT,
                staff,
                Meetup.class,
                Request.of("/v1/meetups/{id}", id)
                        .header("If-Match", "\"" + edition + "\"")
                        .body(form));
    }

    public Answer<Meetup> cancel(Bearer staff, String id, long edition, String reason) {
        return http.send(
                HttpMethod.POST,
                staff,
                Meetup.class,
                Request.of("/v1/meetups/{id}/cancel", id)
                        .header("If-Match", "\"" + edition + "\"")
                        .body(Map.of("reason", reason)));
    }

    public FrontPage frontPage(Bearer viewer, String territory) {
        return http.get(viewer, FrontPage.class, Request.of("/v1/territories/{id}/front-page", territory));
    }

    /** {@code form} is the contract's FrontPageForm. */
    public Answer<FrontPage> arrange(Bearer staff, String territory, long version, Object form) {
        return http.send(
                HttpMethod.PUT,
                staff,
                FrontPage.class,
                Request.of("/v1/territories/{id}/front-page", territory)
                        .header("If-Match", "\"" + version + "\"")
                        .body(form));
    }
}
