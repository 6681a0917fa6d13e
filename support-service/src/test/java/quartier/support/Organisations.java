package quartier.support;

import java.util.Map;
import java.util.UUID;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;

/** Registers organisations and has them approved. */
final class Organisations {

    private final TestHttp http;
    private final TestTokens tokens;

    Organisations(TestHttp http, TestTokens tokens) {
        this.http = http;
        this.tokens = tokens;
    }

    TestHttp operator() {
        return http.as(tokens.with("odile", "operator"));
    }

    static String newId() {
        return "org-" + UUID.randomUUID();
    }

    /** The id of a new organisation that this member registered. */
    String registered(String member, String kind) {
        String id = newId();
        http.as(tokens.member(member))
                .withKey()
                .post("/v1/supporters", Map.of("id", id, "name", "Organisation " + id, "kind", kind));
        return id;
    }

    String approved(String member, String kind) {
        String id = registered(member, kind);
        operator().post("/v1/supporters/" + id + "/approve");
        return id;
    }
}
