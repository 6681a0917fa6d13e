package quartier.catalog.call;

import java.time.Instant;
import java.util.List;
import quartier.catalog.call.Command.Change;
import quartier.catalog.call.Command.Close;
import quartier.catalog.call.Decision.Accepted;
import quartier.catalog.call.Decision.Rejected;
import quartier.catalog.call.Decision.Repeated;

/** Decides what becomes of a call. No clock and no store: all that it needs is in the command. */
final class CallLife {

    private CallLife() {}

    static Decision decide(Call call, Command command) {
        if (!command.by().animates(call.territoryPath())) {
            return new Rejected(new Refusal.NotYourTerritory(call.form().territory()));
        }
        return switch (command) {
            case Change change -> change(call, change);
            case Close close -> close(call, close);
        };
    }

    private static Decision change(Call call, Change change) {
        if (change.expectedVersion() != call.version()) {
            return new Rejected(new Refusal.StaleVersion());
        }
        if (call.phaseAt(change.at()) == Phase.RESULT) {
            return new Rejected(new Refusal.AlreadyClosed());
        }
        List<Breach> breaches = CallRules.checkChange(call, change.form(), change.ground(), change.at());
        return breaches.isEmpty()
                ? new Accepted(call.with(change.form()), CallEvent.CHANGED)
                : new Rejected(new Refusal.RulesBroken(breaches));
    }

    /** One that was only announced closes without having been open. What comes after keeps its dates. */
    private static Decision close(Call call, Close close) {
        if (call.stateAt(close.at()) == CallState.CLOSED) {
            return new Repeated(call);
        }
        if (close.expectedVersion() != call.version()) {
            return new Rejected(new Refusal.StaleVersion());
        }
        CallForm form = call.form();
        Instant opened = form.opensAt().isBefore(close.at()) ? form.opensAt() : close.at();
        return new Accepted(call.with(form.open(opened, close.at())), CallEvent.CLOSED);
    }
}
