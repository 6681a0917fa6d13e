package quartier.pledge.payment.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stripe's API as far as we use it, in the shapes that Stripe publishes, with a memory: what was created is found, what
 * was refunded is gone, a key used again answers as before.
 */
final class FakeStripe implements ResponseDefinitionTransformerV2, AutoCloseable {

    static final String ACCEPTED = "pm_card_visa";
    static final String DECLINED = "pm_card_visa_chargeDeclined";
    static final String AUTHENTICATED = "pm_card_authenticationRequired";
    static final String DISPUTED = "pm_card_createDispute";
    static final String DEBIT = "pm_sepa_debit";

    private static final int LATE_MILLIS = 3_000;

    private record Answer(int status, Map<String, Object> body) {}

    private final JsonMapper json = new JsonMapper();
    private final Map<String, Map<String, Object>> objects = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> bodiesByKey = new LinkedHashMap<>();
    private final Map<String, Answer> answersByKey = new LinkedHashMap<>();
    private final List<String> failingAccounts = new ArrayList<>();
    private final WireMockServer server;
    private int ids;
    /** How many answers get lost, after their requests had their effect. */
    private int answersToLose;

    private int requestsToRefuse;
    private int answersToDelay;

    FakeStripe() {
        server =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().extensions(this));
        server.start();
        server.stubFor(any(anyUrl()).willReturn(ok()));
    }

    URI address() {
        return URI.create(server.baseUrl());
    }

    /** The next request has its effect, but its caller sees an error 500. */
    void loseNextAnswer() {
        answersToLose++;
    }

    /** The next request has its effect, but its answer comes too late. */
    void delayNextAnswer() {
        answersToDelay++;
    }

    /** The next request is refused before it has any effect. */
    void refuseNextRequest() {
        requestsToRefuse++;
    }

    /** Forgets its idempotency keys, as Stripe does after a day. */
    synchronized void forgetKeys() {
        bodiesByKey.clear();
        answersByKey.clear();
    }

    synchronized long count(String object) {
        return all(object, one -> true).size();
    }

    /** What was sent by the last POST below this path. */
    Map<String, String> lastPost(String path) {
        return server.getAllServeEvents().stream()
                .map(ServeEvent::getRequest)
                .filter(request -> request.getMethod().getName().equals("POST")
                        && request.getUrl().startsWith("/v1/" + path))
                .findFirst()
                .map(request -> form(request.getBodyAsString()))
                .orElseThrow();
    }

    List<String> keysOfPosts() {
        return server.getAllServeEvents().stream()
                .filter(event -> event.getRequest().getMethod().getName().equals("POST"))
                .map(event -> String.valueOf(event.getRequest().getHeader("Idempotency-Key")))
                .toList();
    }

    @Override
    public String getName() {
        return "stripe";
    }

    @Override
    public boolean applyGlobally() {
        return true;
    }

    @Override
    public void close() {
        server.stop();
    }

    @Override
    public synchronized ResponseDefinition transform(ServeEvent event) {
        if (requestsToRefuse > 0) {
            requestsToRefuse--;
            return response(error(503, "api_error", null)).build();
        }
        Answer answer = answered(event.getRequest());
        if (answersToLose > 0) {
            answersToLose--;
            return response(error(500, "api_error", null)).build();
        }
        ResponseDefinitionBuilder response = response(answer);
        if (answersToDelay > 0) {
            answersToDelay--;
            response.withFixedDelay(LATE_MILLIS);
        }
        return response.build();
    }

    private ResponseDefinitionBuilder response(Answer answer) {
        return ResponseDefinitionBuilder.responseDefinition()
                .withStatus(answer.status())
                .withHeader("Content-Type", "application/json")
                .withHeader("Request-Id", "req_" + ++ids)
                .withBody(json.writeValueAsString(answer.body()));
    }

    private Answer answered(Request request) {
        String key = request.getHeader("Idempotency-Key");
        boolean isPost = request.getMethod().getName().equals("POST");
        Map<String, String> params = isPost
                ? form(request.getBodyAsString())
                : form(request.getUrl().contains("?") ? request.getUrl().split("\\?", 2)[1] : "");
        if (isPost && key != null && answersByKey.containsKey(key)) {
            return params.equals(bodiesByKey.get(key)) ? answersByKey.get(key) : error(400, "idempotency_error", null);
        }
        String[] path = URI.create(request.getUrl())
                .getPath()
                .substring("/v1/".length())
                .split("/");
        String account = request.getHeader("Stripe-Account");
        Answer answer = isPost ? posted(path, params, account) : got(path, params, account);
        if (isPost && key != null && answer.status() < 500) {
            bodiesByKey.put(key, params);
            answersByKey.put(key, answer);
        }
        return answer;
    }

    private Answer posted(String[] path, Map<String, String> params, @Nullable String account) {
        return switch (path[0]) {
            case "payment_intents" -> pay(params);
            case "checkout" -> openPage(params);
            case "refunds" -> refund(params);
            case "accounts" -> account(params);
            case "account_links" ->
                done(new LinkedHashMap<>(
                        Map.of("object", "account_link", "url", "https://connect.stripe.example/setup/" + ++ids)));
            case "transfers" -> path.length == 1 ? transfer(params) : reverse(path[1], params);
            case "payouts" -> payOut(params, String.valueOf(account));
            default -> error(404, "invalid_request_error", "resource_missing");
        };
    }

    private Answer got(String[] path, Map<String, String> params, @Nullable String account) {
        if (path[0].equals("payment_methods")) {
            return done(Map.of(
                    "id", path[1], "object", "payment_method", "type", path[1].equals(DEBIT) ? "sepa_debit" : "card"));
        }
        if (path[0].equals("checkout")) {
            return done(object(path[2]));
        }
        if (path.length == 2) {
            Map<String, Object> found = objects.get(path[1]);
            if (found == null) {
                return path[0].equals("accounts")
                        ? error(403, "invalid_request_error", "account_invalid")
                        : error(404, "invalid_request_error", "resource_missing");
            }
            if (path[0].equals("payouts") && "pending".equals(found.get("status"))) {
                arrive(found, String.valueOf(account));
            }
            return done(found);
        }
        return switch (path[0]) {
            case "payment_intents" -> list(params, all("payment_intent", since(params)));
            case "refunds" -> list(params, all("refund", with("payment_intent", params.get("payment_intent"))));
            case "transfers" -> list(params, all("transfer", with("transfer_group", params.get("transfer_group"))));
            case "payouts" -> list(params, all("payout", with("account", account)));
            case "events" -> list(params, all("event", since(params).and(with("account", account))));
            case "balance_transactions" -> list(params, all("balance_transaction", since(params)));
            default -> error(404, "invalid_request_error", "resource_missing");
        };
    }

    private Answer pay(Map<String, String> params) {
        String method = String.valueOf(params.get("payment_method"));
        Map<String, Object> intent = created("pi", "payment_intent");
        intent.put("amount", Long.parseLong(params.get("amount")));
        intent.put("currency", params.get("currency"));
        intent.put("transfer_group", params.get("transfer_group"));
        intent.put("metadata", metadata(params));
        intent.put("status", "requires_payment_method");
        switch (method) {
            case ACCEPTED, DISPUTED -> capture(intent, "card");
            case DEBIT -> intent.put("status", "processing");
            case AUTHENTICATED -> {
                intent.put("status", "requires_action");
                intent.put(
                        "next_action",
                        Map.of(
                                "type",
                                "redirect_to_url",
                                "redirect_to_url",
                                Map.of("url", "https://hooks.stripe.example/3ds/" + intent.get("id"))));
            }
            case DECLINED -> {
                Map<String, Object> declined = new LinkedHashMap<>(
                        Map.of("type", "card_error", "code", "card_declined", "decline_code", "generic_decline"));
                intent.put("last_payment_error", new LinkedHashMap<>(declined));
                tell("payment_intent.payment_failed", intent, null);
                declined.put("payment_intent", intent);
                return new Answer(402, Map.of("error", declined));
            }
            default -> {
                objects.remove(String.valueOf(intent.get("id")));
                return new Answer(
                        400,
                        Map.of(
                                "error",
                                Map.of(
                                        "type", "invalid_request_error",
                                        "code", "resource_missing",
                                        "param", "payment_method")));
            }
        }
        return done(intent);
    }

    private Answer openPage(Map<String, String> params) {
        Map<String, Object> page = created("cs_test", "checkout.session");
        page.put("mode", params.get("mode"));
        page.put("status", "open");
        page.put("payment_status", "unpaid");
        page.put("payment_intent", null);
        page.put("amount_total", Long.parseLong(params.get("line_items[0][price_data][unit_amount]")));
        page.put("currency", params.get("line_items[0][price_data][currency]"));
        page.put("expires_at", Long.parseLong(params.get("expires_at")));
        page.put("client_reference_id", params.get("client_reference_id"));
        page.put("metadata", metadata(params));
        page.put("url", "https://checkout.stripe.example/c/pay/" + page.get("id"));
        return done(page);
    }

    synchronized void payOnPage(String payment) {
        Map<String, Object> page = pageOf(payment);
        Map<String, Object> intent = intentOn(page);
        page.put("payment_intent", intent.get("id"));
        page.put("status", "complete");
        page.put("payment_status", "paid");
        page.put("url", null);
        capture(intent, "card");
        tell("checkout.session.completed", page, null);
    }

    /** A card is refused there; the page stays open. */
    synchronized void refuseOnPage(String payment) {
        Map<String, Object> intent = intentOn(pageOf(payment));
        intent.put("status", "requires_payment_method");
        intent.put("last_payment_error", Map.of("type", "card_error", "code", "card_declined"));
        tell("payment_intent.payment_failed", intent, null);
    }

    synchronized void leavePage(String payment) {
        Map<String, Object> page = pageOf(payment);
        page.put("status", "expired");
        page.put("url", null);
        tell("checkout.session.expired", page, null);
    }

    private Map<String, Object> pageOf(String payment) {
        return all("checkout.session", one -> metadataOf(one).containsValue(payment))
                .getFirst();
    }

    private Map<String, Object> intentOn(Map<String, Object> page) {
        Map<String, Object> intent = created("pi", "payment_intent");
        intent.put("amount", page.get("amount_total"));
        intent.put("currency", page.get("currency"));
        intent.put("metadata", page.get("metadata"));
        return intent;
    }

    private void capture(Map<String, Object> intent, String type) {
        long amount = number(intent, "amount");
        Map<String, Object> charge = created("ch", "charge");
        charge.put("amount", amount);
        charge.put("currency", intent.get("currency"));
        charge.put("payment_intent", intent.get("id"));
        charge.put("metadata", intent.get("metadata"));
        charge.put("payment_method_details", Map.of("type", type));
        long fee = amount * 14 / 1000 + 25;
        Map<String, Object> booked =
                booked(type.equals("card") ? "charge" : "payment", amount, fee, String.valueOf(charge.get("id")));
        charge.put("balance_transaction", booked);
        intent.put("status", "succeeded");
        intent.put("latest_charge", charge);
        intent.put("left", amount);
        tell("payment_intent.succeeded", intent, null);
    }

    /** The debit comes to its day. */
    synchronized void settle(String payment) {
        capture(intentOf(payment), "sepa_debit");
    }

    private Answer refund(Map<String, String> params) {
        Map<String, Object> intent = objects.get(String.valueOf(params.get("payment_intent")));
        if (intent == null || !"succeeded".equals(intent.get("status"))) {
            return error(400, "invalid_request_error", "payment_intent_unexpected_state");
        }
        long left = number(intent, "left");
        long amount = Long.parseLong(params.get("amount"));
        if (intent.containsKey("disputed")) {
            return error(400, "invalid_request_error", "charge_disputed");
        }
        if (left == 0) {
            return error(400, "invalid_request_error", "charge_already_refunded");
        }
        if (amount > left) {
            return error(400, "invalid_request_error", null);
        }
        intent.put("left", left - amount);
        Map<String, Object> refund = created("re", "refund");
        refund.put("amount", amount);
        refund.put("currency", intent.get("currency"));
        refund.put("payment_intent", intent.get("id"));
        refund.put("metadata", metadata(params));
        refund.put("status", "succeeded");
        booked("refund", -amount, 0, String.valueOf(refund.get("id")));
        return done(refund);
    }

    private Answer account(Map<String, String> params) {
        Map<String, Object> account = created("acct", "account");
        account.put("type", params.get("type"));
        account.put("country", params.get("country"));
        account.put("metadata", metadata(params));
        account.put("details_submitted", false);
        account.put("payouts_enabled", false);
        account.put("capabilities", Map.of("transfers", "inactive"));
        account.put(
                "requirements",
                Map.of("currently_due", List.of("individual.verification.document"), "errors", List.of()));
        return done(account);
    }

    synchronized void decide(String id, boolean approved) {
        Map<String, Object> account = object(id);
        account.put("details_submitted", true);
        account.put("payouts_enabled", approved);
        account.put("capabilities", Map.of("transfers", approved ? "active" : "inactive"));
        Map<String, Object> requirements = new LinkedHashMap<>(Map.of("currently_due", List.of(), "errors", List.of()));
        if (!approved) {
            requirements.put("disabled_reason", "rejected.fraud");
        }
        account.put("requirements", requirements);
        tell("account.updated", account, id);
    }

    synchronized void failPayoutsTo(String account) {
        failingAccounts.add(account);
    }

    private Answer transfer(Map<String, String> params) {
        long amount = Long.parseLong(params.get("amount"));
        Map<String, Object> transfer = created("tr", "transfer");
        transfer.put("amount", amount);
        transfer.put("currency", params.get("currency"));
        transfer.put("destination", params.get("destination"));
        transfer.put("transfer_group", params.get("transfer_group"));
        transfer.put("metadata", metadata(params));
        transfer.put("reversed", false);
        booked("transfer", -amount, 0, String.valueOf(transfer.get("id")));
        return done(transfer);
    }

    private Answer reverse(String id, Map<String, String> params) {
        Map<String, Object> transfer = object(id);
        Map<String, Object> reversal = created("trr", "transfer_reversal");
        reversal.put("amount", number(transfer, "amount"));
        reversal.put("currency", transfer.get("currency"));
        reversal.put("transfer", id);
        reversal.put("metadata", metadata(params));
        transfer.put("reversed", true);
        booked("transfer_refund", number(transfer, "amount"), 0, String.valueOf(reversal.get("id")));
        return done(reversal);
    }

    private Answer payOut(Map<String, String> params, String account) {
        Map<String, Object> payout = created("po", "payout");
        payout.put("amount", Long.parseLong(params.get("amount")));
        payout.put("currency", params.get("currency"));
        payout.put("metadata", metadata(params));
        payout.put("status", "pending");
        payout.put("account", account);
        return done(payout);
    }

    private void arrive(Map<String, Object> payout, String account) {
        boolean fails = failingAccounts.contains(account);
        payout.put("status", fails ? "failed" : "paid");
        if (fails) {
            payout.put("failure_code", "account_closed");
        }
        tell(fails ? "payout.failed" : "payout.paid", payout, account);
    }

    /** The payee's bank sends it back, days after it was paid. */
    synchronized void sendBack(String key) {
        for (Map<String, Object> payout : all("payout", one -> metadataOf(one).containsValue(key))) {
            payout.put("status", "failed");
            payout.put("failure_code", "account_closed");
            tell("payout.failed", payout, String.valueOf(payout.get("account")));
        }
    }

    synchronized String dispute(String payment) {
        Map<String, Object> intent = intentOf(payment);
        long left = number(intent, "left");
        intent.put("disputed", true);
        intent.put("left", 0L);
        Map<String, Object> dispute = created("dp", "dispute");
        String id = String.valueOf(dispute.get("id"));
        dispute.put("amount", left);
        dispute.put("currency", intent.get("currency"));
        dispute.put("payment_intent", intent.get("id"));
        dispute.put("status", "needs_response");
        dispute.put("metadata", Map.of());
        Map<String, Object> booked = booked("adjustment", -left, 2000, id);
        dispute.put("balance_transactions", new ArrayList<>(List.of(withoutSource(booked))));
        tell("charge.dispute.created", dispute, null);
        return id;
    }

    synchronized void endDispute(String id, boolean won) {
        Map<String, Object> dispute = object(id);
        dispute.put("status", won ? "won" : "lost");
        if (won) {
            booked("adjustment", number(dispute, "amount"), 0, id);
        }
        tell("charge.dispute.closed", dispute, null);
    }

    private static Map<String, Object> withoutSource(Map<String, Object> booked) {
        Map<String, Object> plain = new LinkedHashMap<>(booked);
        plain.put("source", "dp");
        return plain;
    }

    private Map<String, Object> intentOf(String payment) {
        return all("payment_intent", one -> metadataOf(one).containsValue(payment))
                .getFirst();
    }

    private Map<String, Object> booked(String type, long amount, long fee, String source) {
        Map<String, Object> booked = created("txn", "balance_transaction");
        booked.put("type", type);
        booked.put("amount", amount);
        booked.put("fee", fee);
        booked.put("net", amount - fee);
        booked.put("currency", "eur");
        booked.put("source", source);
        return booked;
    }

    private void tell(String type, Map<String, Object> object, @Nullable String account) {
        Map<String, Object> event = created("evt", "event");
        event.put("type", type);
        event.put("api_version", "2019-01-01"); // somebody else's: we read by names
        event.put("account", account);
        event.put("data", Map.of("object", new LinkedHashMap<>(object)));
    }

    private Map<String, Object> created(String prefix, String object) {
        Map<String, Object> fresh = new LinkedHashMap<>();
        String id = "%s_%06d".formatted(prefix, ++ids);
        fresh.put("id", id);
        fresh.put("object", object);
        fresh.put("created", Instant.now().getEpochSecond());
        objects.put(id, fresh);
        return fresh;
    }

    /** Newest first, as Stripe lists. */
    private List<Map<String, Object>> all(String object, Predicate<Map<String, Object>> wanted) {
        return new ArrayList<>(objects.values())
                .reversed().stream()
                        .filter(one -> object.equals(one.get("object")) && wanted.test(one))
                        .toList();
    }

    private static Predicate<Map<String, Object>> with(String field, @Nullable String value) {
        return one -> value == null ? one.get(field) == null : value.equals(one.get(field));
    }

    private static Predicate<Map<String, Object>> since(Map<String, String> params) {
        long since = Long.parseLong(params.getOrDefault("created[gte]", "0"));
        return one -> number(one, "created") >= since;
    }

    private Answer list(Map<String, String> params, List<Map<String, Object>> found) {
        String after = params.get("starting_after");
        int limit = Integer.parseInt(params.getOrDefault("limit", "10"));
        List<Map<String, Object>> left = after == null
                ? found
                : found.stream()
                        .dropWhile(one -> !after.equals(one.get("id")))
                        .skip(1)
                        .toList();
        List<Map<String, Object>> page =
                left.stream().limit(limit).map(this::expanded).toList();
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("object", "list");
        list.put("url", "/v1/list");
        list.put("has_more", left.size() > page.size());
        list.put("data", page);
        return new Answer(200, list);
    }

    private Map<String, Object> expanded(Map<String, Object> one) {
        if (!"balance_transaction".equals(one.get("object"))) {
            return one;
        }
        Map<String, Object> expanded = new LinkedHashMap<>(one);
        Map<String, Object> source = new LinkedHashMap<>(object(String.valueOf(one.get("source"))));
        source.remove("balance_transaction");
        source.remove("balance_transactions");
        expanded.put("source", source);
        return expanded;
    }

    private Map<String, Object> object(String id) {
        return Objects.requireNonNull(objects.get(id), id);
    }

    private static long number(Map<String, Object> object, String field) {
        return object.get(field) instanceof Long number ? number : 0;
    }

    private static Answer done(Map<String, Object> body) {
        return new Answer(200, body);
    }

    private static Answer error(int status, String type, @Nullable String code) {
        Map<String, Object> error = new LinkedHashMap<>(Map.of("type", type, "message", "refused"));
        if (code != null) {
            error.put("code", code);
        }
        return new Answer(status, Map.of("error", error));
    }

    private static Map<String, Object> metadata(Map<String, String> params) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        params.forEach((name, value) -> {
            if (name.startsWith("metadata[")) {
                metadata.put(name.substring("metadata[".length(), name.length() - 1), value);
            }
        });
        return metadata;
    }

    private static Map<?, ?> metadataOf(Map<String, Object> object) {
        return object.get("metadata") instanceof Map<?, ?> metadata ? metadata : Map.of();
    }

    private static Map<String, String> form(String body) {
        Map<String, String> params = new TreeMap<>();
        Arrays.stream(body.split("&"))
                .filter(pair -> pair.contains("="))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> params.put(decoded(pair[0]), decoded(pair[1])));
        return params;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** What a caller waits at most before it gives up, for the tests. */
    static Duration patience() {
        return Duration.ofMillis(LATE_MILLIS / 3);
    }
}
