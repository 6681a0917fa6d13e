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
 * @param search the words that readers look for, see {@link Folding}
 */
record StoredProject(
        Project project, String search, @Nullable Instant silentSince) {

    static StoredProject of(Project project) {
        var form = project.form();
        String words = String.join(
                " ",
                form.title() == null ? "" : form.title(),
                form.pitch() == null ? "" : form.pitch(),
                form.district() == null ? "" : form.district(),
                form.story() == null ? "" : form.story());
        return new StoredProject(
                project, Folding.fold(words), Silence.unremindedSince(project).orElse(null));
    }
}
