package quartier.catalog.call.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.catalog.call.Call;
import quartier.catalog.call.Page;
import quartier.catalog.call.web.CallRequest.WordsJson;

/** A call, as everybody may read it. */
record CallView(
        String id,
        String slug,
        long version,
        String state,
        String territory,
        List<String> territoryPath,
        WordsJson title,
        WordsJson text,
        @Nullable String theme,
        Instant opensAt,
        Instant closesAt,
        Instant createdAt) {

    /** @param next the cursor of the following page, absent on the last one */
    record ListView(List<CallView> items, @Nullable String next) {
        static ListView of(Page page, Instant now) {
            return new ListView(
                    page.calls().stream().map(call -> CallView.of(call, now)).toList(),
                    page.next() == null ? null : page.next().text());
        }
    }

    /** @param now decides what state it is in */
    static CallView of(Call call, Instant now) {
        var form = call.form();
        return new CallView(
                call.id(),
                call.slug(),
                call.version(),
                call.stateAt(now).id(),
                form.territory(),
                call.territoryPath(),
                WordsJson.of(form.title()),
                WordsJson.of(form.text()),
                form.theme(),
                form.opensAt(),
                form.closesAt(),
                call.createdAt());
    }
}
