package quartier.catalog.project;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import quartier.catalog.project.Darkroom.Developed;
import quartier.catalog.project.Decision.Accepted;
import quartier.catalog.project.Decision.Rejected;
import quartier.catalog.project.Decision.Repeated;

/** The pictures of a project: developed first, then kept, then hung. What was kept and not hung is thrown away. */
public final class ShowPictures {

    private final Projects projects;
    private final Darkroom darkroom;
    private final Prints prints;
    private final Clock clock;

    public ShowPictures(Projects projects, Darkroom darkroom, Prints prints, Clock clock) {
        this.projects = projects;
        this.darkroom = darkroom;
        this.prints = prints;
        this.clock = clock;
    }

    /** Nothing is unpacked for a stranger, without words for who doesn't see it, or where there is no room. */
    public Optional<Decision> hang(String id, Actor by, String alternative, byte[] file) {
        Optional<Project> found = projects.find(id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var picture = new Picture(idOf(id, file), alternative.strip(), 0, 0, clock.instant());
        Decision first = ProjectLife.decide(found.get(), new Command.Hang(by, picture.at(), picture));
        return switch (first) {
            case Rejected refused -> Optional.of(refused);
            case Repeated same -> Optional.of(same);
            case Accepted welcome -> develop(found.get(), by, picture, file);
        };
    }

    public Optional<Decision> takeDown(String id, Actor by, String pictureId) {
        var command = new Command.TakeDown(by, clock.instant(), pictureId);
        Optional<Decision> decision = projects.change(id, project -> ProjectLife.decide(project, command));
        decision.filter(Accepted.class::isInstance).ifPresent(done -> prints.throwAway(pictureId));
        return decision;
    }

    private Optional<Decision> develop(Project project, Actor by, Picture sketch, byte[] file) {
        return switch (darkroom.develop(file)) {
            case Developed.Undeveloped(Darkroom.Fault fault) ->
                Optional.of(new Rejected(
                        project, new Refusal.RulesBroken(List.of(Violation.of("picture", ruleOf(fault))))));
            case Developed.Prints developed -> {
                prints.keep(sketch.id(), developed);
                var picture = new Picture(
                        sketch.id(), sketch.alternative(), developed.width(), developed.height(), sketch.at());
                var command = new Command.Hang(by, sketch.at(), picture);
                yield projects.change(project.id(), now -> ProjectLife.decide(now, command));
            }
        };
    }

    private static Rule ruleOf(Darkroom.Fault fault) {
        return switch (fault) {
            case NOT_A_PICTURE -> Rule.NOT_A_PICTURE;
            case TOO_MANY_PIXELS -> Rule.TOO_MANY_PIXELS;
            case UNREADABLE -> Rule.PICTURE_UNREADABLE;
        };
    }

    private static String idOf(String project, byte[] file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(project.getBytes(StandardCharsets.UTF_8));
            ByteBuffer name = ByteBuffer.wrap(digest.digest(file));
            return new UUID(name.getLong(), name.getLong()).toString();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
