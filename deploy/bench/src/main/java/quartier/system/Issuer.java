package quartier.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import quartier.local.identity.LocalTokens;

/** Who signs tokens, and shows the key with which services check them; people are invented as they are named. */
final class Issuer implements AutoCloseable {

    private final HttpServer server;
    private final LocalTokens tokens;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    Issuer(Path keyFile) {
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            this.tokens = new LocalTokens(address(), keyFile);
            byte[] keys = new JWKSet(RSAKey.parse(Files.readString(keyFile)).toPublicJWK())
                    .toString()
                    .getBytes(UTF_8);
            server.createContext("/oauth2/jwks", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                try (var body = exchange.getResponseBody()) {
                    body.write(keys);
                }
            });
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (ParseException broken) {
            throw new IllegalStateException("the key in " + keyFile + " can't be read", broken);
        }
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Of an ordinary member, whose id is {@code m-} and this name. */
    String tokenOf(String login) {
        return known.computeIfAbsent(login, name -> tokens.ofInvented(name, name));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
