package quartier.catalog.project.call;

import java.util.Optional;
import org.springframework.stereotype.Component;
import quartier.catalog.call.Call;
import quartier.catalog.project.AnsweredCall;
import quartier.catalog.project.Calls;

/** Projects answer the calls of this service. */
@Component
final class StandingCalls implements Calls {

    private final quartier.catalog.call.Calls calls;

    StandingCalls(quartier.catalog.call.Calls calls) {
        this.calls = calls;
    }

    @Override
    public Optional<AnsweredCall> find(String id) {
        return calls.find(id).map(StandingCalls::answered);
    }

    private static AnsweredCall answered(Call call) {
        var form = call.form();
        return new AnsweredCall(call.id(), form.territory(), call.territoryPath(), form.opensAt(), form.closesAt());
    }
}
