package quartier.support.supporter;

import java.util.Optional;

/** The operator approves and suspends; both may be repeated. Empty when there is no such organisation. */
public final class JudgeSupporter {

    private final Supporters supporters;

    public JudgeSupporter(Supporters supporters) {
        this.supporters = supporters;
    }

    public Optional<Judgement> approve(String id) {
        return supporters.change(id, Supporter::approve);
    }

    public Optional<Judgement> suspend(String id) {
        return supporters.change(id, Supporter::suspend);
    }
}
