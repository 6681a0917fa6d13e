package quartier.catalog.project.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import quartier.catalog.project.ReviewProject;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;

/** What happens around a review: who has the project in hand, the staff's notes, an appeal; and co-support. */
@RestController
class ReviewController {

    /** @param text for the staff only */
    record PrivateNoteRequest(@Nullable String text) {}

    private final ReviewProject review;

    ReviewController(ReviewProject review) {
        this.review = review;
    }

    @PutMapping("/v1/projects/{id}/claim")
    @AllowedTo({Role.MODERATOR, Role.OPERATOR})
    ResponseEntity<ProjectView> claim(@PathVariable String id, Caller caller) {
        var actor = new CallingActor(caller);
        return Answers.of(review.claim(id, actor), actor);
    }

    @DeleteMapping("/v1/projects/{id}/claim")
    @AllowedTo({Role.MODERATOR, Role.OPERATOR})
    ResponseEntity<ProjectView> release(@PathVariable String id, Caller caller) {
        var actor = new CallingActor(caller);
        return Answers.of(review.release(id, actor), actor);
    }

    @PostMapping("/v1/projects/{id}/private-notes")
    @AllowedTo({Role.MODERATOR, Role.OPERATOR})
    ResponseEntity<ProjectView> annotate(
            @PathVariable String id, @RequestBody PrivateNoteRequest request, Caller caller) {
        var actor = new CallingActor(caller);
        return Answers.of(review.annotate(id, actor, Objects.requireNonNullElse(request.text(), "")), actor);
    }

    @PostMapping("/v1/projects/{id}/appeal")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<ProjectView> appeal(
            @PathVariable String id, @RequestBody ProjectLifeController.ReasonJson reason, Caller caller) {
        var actor = new CallingActor(caller);
        return Answers.of(review.appeal(id, actor, reason.text()), actor);
    }

    @PutMapping("/v1/projects/{id}/co-supports/{territory}")
    @AllowedTo({Role.ANIMATOR, Role.TERRITORY_ADMIN, Role.OPERATOR})
    ResponseEntity<ProjectView> coSupport(@PathVariable String id, @PathVariable String territory, Caller caller) {
        var actor = new CallingActor(caller);
        return Answers.of(review.coSupport(id, actor, territory), actor);
    }

    @DeleteMapping("/v1/projects/{id}/co-supports/{territory}")
    @AllowedTo({Role.ANIMATOR, Role.TERRITORY_ADMIN, Role.OPERATOR})
    ResponseEntity<ProjectView> endCoSupport(@PathVariable String id, @PathVariable String territory, Caller caller) {
        var actor = new CallingActor(caller);
        return Answers.of(review.endCoSupport(id, actor, territory), actor);
    }
}
