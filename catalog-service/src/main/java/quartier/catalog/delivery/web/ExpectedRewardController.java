package quartier.catalog.delivery.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import quartier.catalog.delivery.ReceiveRewards;
import quartier.catalog.delivery.web.RewardViews.AddressJson;
import quartier.catalog.delivery.web.RewardViews.ExpectedView;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;

/** The rewards that a member expects. Addresses are in the answers: nobody keeps a copy on the way. */
@RestController
class ExpectedRewardController {

    record ExpectedList(List<ExpectedView> items) {}

    record DetailsRequest(
            @Nullable Map<String, String> choices, @Nullable AddressJson address) {}

    private final ReceiveRewards receive;

    ExpectedRewardController(ReceiveRewards receive) {
        this.receive = receive;
    }

    @GetMapping("/v1/me/rewards")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<ExpectedList> list(Caller caller) {
        return unkept(new ExpectedList(receive.expectedBy(caller.memberId()).stream()
                .map(RewardViews::expected)
                .toList()));
    }

    @PutMapping("/v1/me/rewards/{pledge}/details")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<ExpectedView> tell(@PathVariable String pledge, @RequestBody DetailsRequest request, Caller caller) {
        var address = request.address() == null ? null : request.address().address();
        var choices = Objects.requireNonNullElse(request.choices(), Map.<String, String>of());
        return unkept(RewardViews.expected(Refusals.value(receive.tell(caller.memberId(), pledge, choices, address))));
    }

    @DeleteMapping("/v1/me/rewards/{pledge}/details")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<ExpectedView> takeBack(@PathVariable String pledge, Caller caller) {
        return unkept(RewardViews.expected(Refusals.value(receive.takeBack(caller.memberId(), pledge))));
    }

    /** « J'ai bien reçu. » */
    @PostMapping("/v1/me/rewards/{pledge}/received")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<ExpectedView> confirm(@PathVariable String pledge, Caller caller) {
        return unkept(RewardViews.expected(Refusals.value(receive.confirm(caller.memberId(), pledge))));
    }

    private static <T> ResponseEntity<T> unkept(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
