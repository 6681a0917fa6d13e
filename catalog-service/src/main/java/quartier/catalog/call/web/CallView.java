package quartier.catalog.call.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.catalog.call.Call;
import quartier.catalog.call.Page;
import quartier.catalog.call.web.CallRequest.CriterionJson;
import quartier.catalog.call.web.CallRequest.MoneyJson;
import quartier.catalog.call.web.CallRequest.PhasesJson;
import quartier.catalog.call.web.CallRequest.QuestionJson;
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
        String phase,
        List<SpanView> timetable,
        PhasesJson phases,
        List<CriterionJson> criteria,
        int votesEach,
        List<QuestionJson> questions,
        @Nullable MoneyJson envelope,
        @Nullable String matchFund,
        Instant createdAt) {

    /** @param until absent for the last phase, which does not end */
    record SpanView(String phase, Instant from, @Nullable Instant until) {}

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
        var selection = form.selection();
        Long envelope = form.stake().envelopeMinorUnits();
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
                call.phaseAt(now).id(),
                call.timetable().stream()
                        .map(span -> new SpanView(span.phase().id(), span.from(), span.until()))
                        .toList(),
                new PhasesJson(selection.checkUntil(), selection.juryUntil(), selection.preferenceUntil()),
                selection.criteria().stream().map(CriterionJson::of).toList(),
                selection.votesEach(),
                form.questions().stream().map(QuestionJson::of).toList(),
                envelope == null ? null : new MoneyJson(envelope, "EUR"),
                form.stake().matchFund(),
                call.createdAt());
    }
}
