package quartier.pledge.escrow.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.pledge.escrow.Campaigns.confirm;
import static quartier.pledge.escrow.Campaigns.open;
import static quartier.pledge.escrow.Campaigns.place;
import static quartier.pledge.escrow.Campaigns.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Folded;

/** What a viral campaign costs the process that writes it. */
class FootprintTest {

    private static final String CAMPAIGN = "viral";
    private static final int PLEDGES = 100_000;
    private static final long BOUND = 120L << 20;

    @Test
    void keepsAHundredThousandPledgesInBoundedMemory() {
        long before = usedBytes();
        Folded folded = viral();
        long bytes = usedBytes() - before;
        System.out.printf("%d pledges on one campaign: %d MB, %d bytes each%n", PLEDGES, bytes >> 20, bytes / PLEDGES);

        assertThat(Objects.requireNonNull(folded.escrow()).backers()).isEqualTo(PLEDGES);
        assertThat(bytes).isLessThan(BOUND);
    }

    /** As after a recovery: every string was read from a page. */
    private static Folded viral() {
        PageCodec codec = new PageCodec("test");
        Folded folded = plus(codec, Folded.nothing(CAMPAIGN), List.of(open(terms(10_000, 1_000_000_000L))));
        for (int n = 0; n < PLEDGES; ) {
            List<Command> commands = new ArrayList<>();
            for (; n < PLEDGES && commands.size() < PageWriter.PAGE; n++) {
                String pledge = UUID.nameUUIDFromBytes(new byte[] {(byte) n, (byte) (n >> 8), (byte) (n >> 16)})
                        .toString();
                commands.add(place(pledge, 500));
                commands.add(confirm(pledge, 500));
            }
            folded = plus(codec, folded, commands);
        }
        return folded;
    }

    private static Folded plus(PageCodec codec, Folded before, List<Command> commands) {
        List<Asked> asked = commands.stream()
                .<Asked>map(command -> new Asked.Decide(command, null, new CompletableFuture<>()))
                .toList();
        Batch batch = Batch.decide(before, asked);
        PageCodec.Encoded page = codec.encode(CAMPAIGN, before.page() + 1, before.hash(), batch.entries());
        return before.plus(codec.decode(page.document()));
    }

    private static long usedBytes() {
        Runtime runtime = Runtime.getRuntime();
        for (int again = 0; again < 3; again++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
