package quartier.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Where everything of one local system is.
 *
 * @param root the checkout
 * @param data what survives {@code down}: store, broker's log, secrets, clock; and logs
 */
record Installation(Path root, Path data, Ports ports) {

    private static final int DEFAULT_BASE = 8_080;
    private static final int SECRET_BYTES = 32;

    static Installation fromEnvironment(Map<String, String> environment) {
        Path root = Path.of(environment.getOrDefault("QUARTIER_ROOT", "."))
                .toAbsolutePath()
                .normalize();
        String data = environment.getOrDefault("QUARTIER_DATA", ".quartier");
        String base = environment.getOrDefault("QUARTIER_PORTS_FROM", String.valueOf(DEFAULT_BASE));
        try {
            return new Installation(root, root.resolve(data), new Ports(Integer.parseInt(base.strip())));
        } catch (NumberFormatException word) {
            throw new CommandFailed("QUARTIER_PORTS_FROM must be a number, not « " + base + " ».");
        }
    }

    URI gateway() {
        return URI.create("http://localhost:" + ports.of(Part.GATEWAY));
    }

    URI identity() {
        return URI.create("http://localhost:" + ports.of(Part.IDENTITY));
    }

    String storeUri() {
        return "mongodb://localhost:" + ports.of(Part.STORE);
    }

    Path log(Part part) {
        return data.resolve("logs").resolve(part.title() + ".log");
    }

    Path pidFile(Part part) {
        return data.resolve("run").resolve(part.title() + ".pid");
    }

    Path clockFile() {
        return data.resolve("clock");
    }

    Path signingKey() {
        return data.resolve("secrets").resolve("identity-key.json");
    }

    /** What the build made ready to run: not data, and the same for every data folder. */
    Path apps() {
        return root.resolve("target").resolve("local");
    }

    /** Addresses and secrets, as all processes read them. */
    Map<String, String> environmentOf(Part part) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("SERVER_PORT", String.valueOf(ports.of(part)));
        environment.put("SERVER_ADDRESS", "localhost");
        environment.put("QUARTIER_MANAGEMENT_PORT", String.valueOf(ports.managementOf(part)));
        environment.put("MANAGEMENT_SERVER_ADDRESS", "localhost");
        environment.put("QUARTIER_MONGODB_URI", storeUri());
        environment.put("QUARTIER_KAFKA", "localhost:" + ports.of(Part.BROKER));
        environment.put("QUARTIER_ISSUER", identity().toString());
        environment.put("QUARTIER_PUBLIC_URL", gateway().toString());
        environment.put("QUARTIER_SMTP_HOST", "localhost");
        environment.put("QUARTIER_SMTP_PORT", String.valueOf(ports.mail()));
        environment.put("QUARTIER_SANDBOX_ENABLED", "true");
        environment.put("QUARTIER_SANDBOX_CLOCKFILE", clockFile().toString());
        environment.put("QUARTIER_IDENTITY_KEY", signingKey().toString());
        environment.put("QUARTIER_GATEWAY_CLIENT_SECRET", secret("gateway-client"));
        environment.put("QUARTIER_SANDBOX_WEBHOOK_SECRET", secret("sandbox-webhooks"));
        environment.put("QUARTIER_REFUND_ACCOUNT_KEY", secret("refund-accounts"));
        environment.put("QUARTIER_ADDRESS_KEY", secret("addresses"));
        environment.put("QUARTIER_REPORTS_KEY", secret("reports"));
        // Everybody on this machine has one address, which rules against abuse would take for one busy fraudster.
        environment.put("QUARTIER_RISK_ENABLED", System.getenv().getOrDefault("QUARTIER_RISK_ENABLED", "false"));
        for (Part service : Part.services()) {
            if (service != Part.GATEWAY) {
                String name = service.title().replace("-service", "").toUpperCase(Locale.ROOT);
                environment.put("QUARTIER_SERVICES_" + name, "http://localhost:" + ports.of(service));
            }
        }
        return environment;
    }

    /** Made at first use, kept with the data, readable by its owner only. */
    private String secret(String name) {
        Path file = data.resolve("secrets").resolve(name);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                byte[] random = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(random);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, HexFormat.of().formatHex(random), StandardOpenOption.WRITE);
            }
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
