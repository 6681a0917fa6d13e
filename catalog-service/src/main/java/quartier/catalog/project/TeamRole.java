package quartier.catalog.project;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody of the team may do. An editor writes: the form, pictures, news, answers, rewards. An owner also submits and
 * chooses the team. To launch, to cancel and to declare it realised stays with the one whom the money is paid to.
 */
public enum TeamRole {
    OWNER,
    EDITOR;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TeamRole> named(@Nullable String id) {
        return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
    }
}
