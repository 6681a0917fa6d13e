package quartier.catalog.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quartier.catalog.project.Command.Hang;
import quartier.catalog.project.Command.TakeDown;
import quartier.catalog.project.Decision.Accepted;
import quartier.catalog.project.Decision.Rejected;
import quartier.catalog.project.Decision.Repeated;

/** The pictures of a project: its team hangs them and takes them down, also while it is live: they promise nothing. */
final class Hanging {

    private Hanging() {}

    static Decision hang(Project project, Hang hang) {
        Picture picture = hang.picture();
        Optional<Refusal> refusal =
                ProjectLife.teamOnly(project, hang).or(() -> ProjectLife.rules(check(picture.alternative())));
        if (refusal.isPresent()) {
            return new Rejected(project, refusal.get());
        }
        List<Picture> all = new ArrayList<>(project.pictures());
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(picture.id())) {
                if (all.get(i).alternative().equals(picture.alternative())) {
                    return new Repeated(project);
                }
                all.set(i, picture);
                return new Accepted(project.showing(all), List.of());
            }
        }
        if (all.size() >= Picture.MOST) {
            return new Rejected(project, new Refusal.LimitReached(Picture.MOST));
        }
        all.add(picture);
        return new Accepted(project.showing(all), List.of());
    }

    static Decision takeDown(Project project, TakeDown takeDown) {
        Optional<Refusal> refusal = ProjectLife.teamOnly(project, takeDown);
        if (refusal.isPresent()) {
            return new Rejected(project, refusal.get());
        }
        List<Picture> left = project.pictures().stream()
                .filter(picture -> !picture.id().equals(takeDown.pictureId()))
                .toList();
        return left.size() == project.pictures().size()
                ? new Repeated(project)
                : new Accepted(project.showing(left), List.of());
    }

    static List<Violation> check(String alternative) {
        List<Violation> found = new ArrayList<>();
        Limits.required(found, "alternative", alternative);
        Limits.text(found, "alternative", alternative, Picture.LONGEST_ALTERNATIVE);
        return found;
    }
}
