package quartier.gateway.notification;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import quartier.gateway.call.Answer;
import quartier.gateway.call.Bearer;
import quartier.gateway.call.FileReceiver;
import quartier.gateway.call.Listing;
import quartier.gateway.call.Nothing;
import quartier.gateway.call.Service;
import quartier.gateway.call.ServiceClient;
import quartier.gateway.call.ServiceClient.Request;

/** The notification-service, as far as pages need it. */
@Component
public class Notifications {

    private final ServiceClient http;

    Notifications(Function<Service, ServiceClient> clients) {
        this.http = clients.apply(Service.NOTIFICATION);
    }

    public Answer<Nothing> registerContact(Bearer member, String email, String name, String language) {
        return http.send(
                HttpMethod.PUT,
                member,
                Nothing.class,
                Request.of("/v1/me/contact").body(Map.of("email", email, "name", name, "language", language)));
    }

    public List<Follow> follows(Bearer member) {
        return http.list(member, Follow.class, Request.of("/v1/me/follows").with("limit", 100))
                .items();
    }

    public Answer<Nothing> follow(Bearer member, String project) {
        return http.send(HttpMethod.PUT, member, Nothing.class, Request.of("/v1/me/follows/{project}", project));
    }

    public Answer<Nothing> unfollow(Bearer member, String project) {
        return http.send(HttpMethod.DELETE, member, Nothing.class, Request.of("/v1/me/follows/{project}", project));
    }

    public Count followers(String project) {
        return http.get(Bearer.none(), Count.class, Request.of("/v1/projects/{id}/followers/count", project));
    }

    public Listing<Notice> notices(Bearer member, @Nullable String cursor) {
        return http.list(
                member,
                Notice.class,
                Request.of("/v1/me/notices").with("cursor", cursor).with("limit", 30));
    }

    public Count unread(Bearer member) {
        return http.get(member, Count.class, Request.of("/v1/me/notices/unread-count"));
    }

    /** All that the notification-service keeps of the member, as a file. */
    public void export(Bearer member, FileReceiver receiver) {
        http.pass(member, Request.of("/v1/me/export"), receiver);
    }

    public Answer<Nothing> erase(Bearer member) {
        return http.send(HttpMethod.DELETE, member, Nothing.class, Request.of("/v1/me/data"));
    }

    public Answer<Nothing> read(Bearer member, String notice) {
        return http.send(HttpMethod.POST, member, Nothing.class, Request.of("/v1/me/notices/{id}/read", notice));
    }
}
