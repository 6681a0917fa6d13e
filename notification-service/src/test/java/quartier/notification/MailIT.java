package quartier.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;

@NotificationIT
class MailIT {

    private final TestHttp http;
    private final TestTokens tokens;
    private final TestEvents events;
    private final MailServer mails;
    private Neighbourhood lyon;

    @Autowired
    MailIT(TestHttp http, TestTokens tokens, TestEvents events, MailServer mails) {
        this.http = http;
        this.tokens = tokens;
        this.events = events;
        this.mails = mails;
        this.lyon = new Neighbourhood(events, tokens, http);
    }

    @BeforeEach
    void newNeighbourhood() {
        lyon = new Neighbourhood(events, tokens, http);
    }

    @Test
    void mailsInEachMembersLanguage() throws Exception {
        lyon.reachable("remi", "fr");
        lyon.reachable("lea", "en");
        lyon.launched();
        lyon.follows("remi");
        lyon.follows("lea");
        lyon.updated("Peinture & plancher");

        MimeMessage french = mailsTo("remi", 1).getFirst();
        MimeMessage english = mailsTo("lea", 1).getFirst();

        assertThat(french.getSubject()).isEqualTo("« " + lyon.title + " » : Peinture & plancher");
        assertThat(text(french)).contains("Bonjour " + lyon.name("remi"), "a publié une actualité");
        assertThat(html(french)).contains("lang=\"fr\"", "Peinture &amp; plancher");
        assertThat(text(english)).contains("has posted news", "https://quartier.example/projets/le-kfe-du-33-");
        assertThat(english.getHeader("Content-Language")).containsExactly("en");
        assertThat(french.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void mailsNothingOlderThanTheContact() {
        lyon.launched();
        lyon.follows("remi");
        lyon.totals("live", 52);
        assertThat(lyon.kinds("remi", 1)).containsExactly("half-way");
        lyon.reachable("remi", "fr");
        lyon.updated("Une nouvelle");

        assertThat(subjects(mailsTo("remi", 1))).containsExactly("« " + lyon.title + " » : Une nouvelle");
    }

    @Test
    void namesAMailAfterItsNotice() throws Exception {
        lyon.reachable("remi", "fr");
        lyon.launched();
        lyon.backed("p1", "remi");

        String notice = lyon.inbox("remi", "fr", 1).getFirst().path("id").asString();
        assertThat(mailsTo("remi", 1).getFirst().getMessageID()).isEqualTo("<" + notice + "@quartier.localhost>");
    }

    @Test
    void sendsAllThatWaitedWhenTheMailServerComesBack() {
        lyon.reachable("remi", "fr");
        lyon.launched();
        lyon.follows("remi");
        mails.stop();
        try {
            lyon.updated("Une");
            lyon.updated("Deux");
            lyon.updated("Trois");
            assertThat(lyon.kinds("remi", 3)).hasSize(3);
        } finally {
            mails.start();
        }

        assertThat(subjects(mailsTo("remi", 3)))
                .extracting(subject -> subject.replaceAll(".* : ", ""))
                .containsExactlyInAnyOrder("Une", "Deux", "Trois");
    }

    @Test
    void stopsAProjectsNewsWithOneClick() throws Exception {
        lyon.reachable("remi", "fr");
        lyon.launched();
        lyon.follows("remi");
        lyon.updated("Une");
        MimeMessage news = mailsTo("remi", 1).getFirst();
        assertThat(news.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        String address = header(news, "List-Unsubscribe").replaceAll("[<>]", "");
        String path = address.replace("https://quartier.example/api/notification", "");

        var page = http.get(path);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains("lang=\"fr\"", "Me désabonner", "<form method=\"post\"", address);
        assertThat(http.get(path + "?lang=en").body()).contains("lang=\"en\"", "Unsubscribe");
        assertThat(lyon.as("remi").get("/v1/me/follows").json().path("items")).hasSize(1);

        var clicked =
                http.with("Content-Type", "application/x-www-form-urlencoded").post(path, "List-Unsubscribe=One-Click");
        assertThat(clicked.status()).isEqualTo(200);
        assertThat(clicked.body()).contains("C’est fait");
        assertThat(lyon.as("remi").get("/v1/me/follows").json().path("items")).isEmpty();

        lyon.updated("Deux");
        lyon.backed("p1", "remi");
        assertThat(lyon.kinds("remi", 2)).containsExactlyInAnyOrder("update-posted", "pledge-confirmed");
        assertThat(mailsTo("remi", 2)).hasSize(2);
    }

    @Test
    void stopsAllMailButWhatIsAboutMoney() throws Exception {
        lyon.reachable("alexis", "fr");
        lyon.launched();
        MimeMessage launched = mailsTo("alexis", 1).getFirst();
        String path = header(launched, "List-Unsubscribe")
                .replaceAll("[<>]", "")
                .replace("https://quartier.example/api/notification", "");

        assertThat(http.with("Content-Type", "application/x-www-form-urlencoded")
                        .post(path, "List-Unsubscribe=One-Click")
                        .status())
                .isEqualTo(200);
        assertThat(lyon.as("alexis")
                        .get("/v1/me/contact")
                        .json()
                        .path("newsByEmail")
                        .asBoolean())
                .isFalse();
        lyon.totals("live", 70);
        lyon.pledge("refunded", "p1", "alexis", Map.of("reason", "late"));

        assertThat(lyon.kinds("alexis", 3)).hasSize(3);
        assertThat(subjects(mailsTo("alexis", 2))).last().asString().startsWith("Vous êtes remboursé");
    }

    @Test
    void answersAnUnknownTokenWithAPage() {
        var answer = http.with("Accept-Language", "en").get("/v1/unsubscribe/guessed");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("lang=\"en\"", "This link is not ours");
        assertThat(http.with("Content-Type", "application/x-www-form-urlencoded")
                        .post("/v1/unsubscribe/guessed", "List-Unsubscribe=One-Click")
                        .status())
                .isEqualTo(404);
    }

    private List<MimeMessage> mailsTo(String person, int atLeast) {
        return await().atMost(Neighbourhood.PATIENCE)
                .until(() -> mails.to(lyon.address(person)), found -> found.size() >= atLeast);
    }

    private static List<String> subjects(List<MimeMessage> found) {
        return found.stream().map(mail -> header(mail, "Subject")).toList();
    }

    private static String header(MimeMessage mail, String name) {
        try {
            return name.equals("Subject")
                    ? Objects.requireNonNull(mail.getSubject())
                    : mail.getHeader(name)[0].replaceAll("\\s+", "");
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String text(MimeMessage mail) throws Exception {
        return part((Multipart) mail.getContent(), "text/plain");
    }

    private static String html(MimeMessage mail) throws Exception {
        return part((Multipart) mail.getContent(), "text/html");
    }

    private static String part(Multipart parts, String type) throws Exception {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.getContent() instanceof Multipart inner) {
                String found = part(inner, type);
                if (!found.isEmpty()) {
                    return found;
                }
            } else if (part.isMimeType(type)) {
                return (String) part.getContent();
            }
        }
        return "";
    }
}
