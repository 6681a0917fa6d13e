package quartier.local.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.Set;
import java.util.UUID;

/** The key that signs tokens: made once for an installation, readable by its owner only. */
final class SigningKey {

    private static final int BITS = 2_048;

    private SigningKey() {}

    static RSAKey at(Path file) {
        try {
            if (!Files.exists(file)) {
                write(
                        file,
                        new RSAKeyGenerator(BITS)
                                .keyID(UUID.randomUUID().toString())
                                .generate());
            }
            return RSAKey.parse(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (ParseException | JOSEException broken) {
            throw new IllegalStateException("the signing key in " + file + " can't be read", broken);
        }
    }

    private static void write(Path file, RSAKey key) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        // Created with its final permissions: the key is at no moment readable by others.
        try (var channel = Files.newByteChannel(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(ByteBuffer.wrap(key.toJSONString().getBytes(StandardCharsets.UTF_8)));
        }
    }
}
