package quartier.inkind.need.kafka;

import java.util.Optional;
import quartier.inkind.need.Standing;

/**
 * What this service reads of {@code quartier.project.state.v1}: only there does it hear that a campaign has failed. Its
 * sequence is that of the project's other events.
 */
record ProjectState(String state) {

    /** Empty before the launch: there are no needs yet. */
    Optional<Standing> standing() {
        return switch (state) {
            case "live", "closing", "funded" -> Optional.of(Standing.RUNNING);
            case "suspended" -> Optional.of(Standing.SUSPENDED);
            case "not_funded", "cancelled", "realised" -> Optional.of(Standing.ENDED);
            default -> Optional.empty();
        };
    }
}
