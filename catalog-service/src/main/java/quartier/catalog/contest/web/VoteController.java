package quartier.catalog.contest.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import quartier.catalog.contest.VoteForProjects;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;

/** The public's preference among the projects that answer a call. */
@RestController
class VoteController {

    record VoteRequest(@Nullable String project) {}

    record EntrantsView(List<EntrantView> items) {}

    /** @param choices the ids of the projects that the caller voted for */
    record ChoicesView(List<String> choices) {}

    private final VoteForProjects votes;

    VoteController(VoteForProjects votes) {
        this.votes = votes;
    }

    @GetMapping("/v1/calls/{id}/entrants")
    @AllowedTo(Role.ANYONE)
    EntrantsView entrants(@PathVariable String id) {
        return new EntrantsView(
                Refusals.done(votes.entrants(id)).stream().map(EntrantView::of).toList());
    }

    @GetMapping("/v1/calls/{id}/votes/mine")
    @AllowedTo(Role.MEMBER)
    ChoicesView mine(@PathVariable String id, Caller caller) {
        return new ChoicesView(votes.choices(id, caller.memberId()));
    }

    /** The same vote again is the same vote, so no key is needed. */
    @PostMapping("/v1/calls/{id}/votes")
    @AllowedTo(Role.MEMBER)
    ChoicesView vote(@PathVariable String id, @RequestBody VoteRequest request, Caller caller) {
        String project = Objects.requireNonNullElse(request.project(), "");
        return new ChoicesView(
                Refusals.done(votes.vote(id, caller.memberId(), project)).choices());
    }
}
