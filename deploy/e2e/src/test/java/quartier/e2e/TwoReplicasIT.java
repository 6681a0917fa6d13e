package quartier.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import quartier.prove.ReplicasProof;

/** The short form of {@code ./quartier prove replicas}. */
class TwoReplicasIT {

    private static final Path ROOT = Path.of("../..");
    private static final int SECONDS = 10;
    private static final long SEED = 1;

    @Test
    void nothingIsLostDoubledOrOversoldByTwoReplicasOfWhichOneIsKilled() throws IOException {
        var said = new ByteArrayOutputStream();
        boolean held = ReplicasProof.holds(
                SECONDS, SEED, ROOT, Path.of("target/prove-replicas"), new PrintStream(said, true, UTF_8));
        assertThat(held).as(said.toString(UTF_8)).isTrue();
    }
}
