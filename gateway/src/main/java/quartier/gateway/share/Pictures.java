package quartier.gateway.share;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import quartier.gateway.catalog.Project;

/** The pictures that were drawn last. Whatever stands on one is its key: it never has to be thrown away as old. */
@Component
class Pictures {

    private static final int MOST = 200;

    private record Words(String title, String place, String figures, int percent) {}

    private final Lettering letters = new Lettering();
    private final SharePicture picture = new SharePicture(letters);
    private final Map<Words, byte[]> drawn = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Words, byte[]> eldest) {
            return size() > MOST;
        }
    });

    Lettering letters() {
        return letters;
    }

    byte[] of(Project project, String place, String figures) {
        int percent = project.totalsOrNothing().percent();
        var words = new Words(project.titleOrSlug(), place, figures, percent);
        byte[] known = drawn.get(words);
        if (known != null) {
            return known;
        }
        byte[] made = picture.draw(
                words.title(), place, figures, percent, project.slug().hashCode());
        drawn.put(words, made);
        return made;
    }
}
