package quartier.catalog.project.web;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import quartier.catalog.project.Prints;
import quartier.catalog.project.ShowPictures;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;

/** The pictures of projects. Whoever knows a picture's id sees it: ids of drafts are told to nobody else. */
@RestController
class PictureController {

    /** Of the file that is sent; the prints that are made of it are smaller. */
    private static final int MOST_BYTES = 5 * 1024 * 1024;

    private final ShowPictures pictures;
    private final Prints prints;

    PictureController(ShowPictures pictures, Prints prints) {
        this.pictures = pictures;
        this.prints = prints;
    }

    /** @param alternative what the picture shows, for those who don't see it */
    @PostMapping(
            path = "/v1/projects/{id}/pictures",
            consumes = {"image/jpeg", "image/png", "image/webp", "application/octet-stream"})
    @AllowedTo(Role.MEMBER)
    ResponseEntity<ProjectView> hang(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String alternative,
            @RequestBody byte[] file,
            Caller caller) {
        if (file.length > MOST_BYTES) {
            throw new Problem(HttpStatus.CONTENT_TOO_LARGE, "picture-too-large", MOST_BYTES / (1024 * 1024));
        }
        var actor = new CallingActor(caller);
        return Answers.of(pictures.hang(id, actor, Objects.requireNonNullElse(alternative, ""), file), actor);
    }

    @DeleteMapping("/v1/projects/{id}/pictures/{picture}")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<ProjectView> takeDown(@PathVariable String id, @PathVariable String picture, Caller caller) {
        var actor = new CallingActor(caller);
        return Answers.of(pictures.takeDown(id, actor, picture), actor);
    }

    /** The same bytes for ever: another file has another id. */
    @GetMapping("/v1/pictures/{picture}/{size}.jpg")
    @AllowedTo(Role.ANYONE)
    ResponseEntity<byte[]> print(@PathVariable String picture, @PathVariable String size) {
        return sizeOf(size)
                .flatMap(wanted -> prints.find(picture, wanted))
                .map(jpeg -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_JPEG)
                        .cacheControl(CacheControl.maxAge(Duration.ofDays(365))
                                .cachePublic()
                                .immutable())
                        .header("X-Content-Type-Options", "nosniff")
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                        .header("Content-Security-Policy", "default-src 'none'; sandbox")
                        .body(jpeg))
                .orElseThrow(Problem::notFound);
    }

    private static Optional<Prints.Size> sizeOf(String name) {
        return switch (name) {
            case "large" -> Optional.of(Prints.Size.LARGE);
            case "small" -> Optional.of(Prints.Size.SMALL);
            default -> Optional.empty();
        };
    }
}
