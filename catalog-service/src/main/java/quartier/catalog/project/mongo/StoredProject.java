package quartier.catalog.project.mongo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import quartier.catalog.project.Project;
import quartier.catalog.project.Silence;

/**
 * The form in which a project is stored. The domain's records are stored under their own names: documents only grow,
 * and a test reads one that an earlier version wrote.
 *
 * @param silentSince from when on news are awaited, unless the owner was reminded, see {@link Silence}
 */
record StoredProject(Project project, @Nullable Instant silentSince) {

    static StoredProject of(Project project) {
        return new StoredProject(project, Silence.unremindedSince(project).orElse(null));
    }
}
