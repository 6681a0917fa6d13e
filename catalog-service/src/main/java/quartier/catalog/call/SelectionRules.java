package quartier.catalog.call;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a call's later phases, its criteria, its questions and its stake must be, and when they no longer change. */
final class SelectionRules {

    static final int QUESTIONS = 20;
    static final int OPTIONS = 20;
    static final int CRITERIA = 10;
    static final int VOTES = 10;
    static final int LABEL = 200;
    private static final int ALL = 100;
    private static final List<Phase> OPTIONAL = List.of(Phase.CHECK, Phase.JURY, Phase.PREFERENCE);

    private SelectionRules() {}

    static List<Breach> check(CallForm form) {
        List<Breach> found = new ArrayList<>();
        chain(found, form);
        criteria(found, form.selection());
        questions(found, form.questions());
        int votes = form.selection().votesEach();
        if (votes < 1 || votes > VOTES) {
            found.add(Breach.of("votesEach", Rule.OUT_OF_RANGE));
        }
        Long envelope = form.stake().envelopeMinorUnits();
        if (envelope != null && envelope <= 0) {
            found.add(Breach.of("envelope.amount", Rule.AMOUNT_NOT_POSITIVE));
        }
        return found;
    }

    /** A phase that is over stays; one that runs may end later or sooner, but not have been. */
    static List<Breach> checkChange(Call before, CallForm after, Instant now) {
        List<Breach> found = new ArrayList<>();
        Phase current = before.phaseAt(now);
        for (Phase phase : OPTIONAL) {
            Instant was = before.form().selection().until(phase);
            Instant is = after.selection().until(phase);
            if (is == null ? was != null : !is.equals(was)) {
                moved(found, phase, current, is, now);
            }
        }
        if (current.compareTo(Phase.ANNOUNCE) > 0
                && !after.questions().equals(before.form().questions())) {
            found.add(Breach.of("questions", Rule.QUESTIONS_FIXED));
        }
        Selection was = before.form().selection();
        if (current.compareTo(Phase.JURY) >= 0 && !after.selection().criteria().equals(was.criteria())) {
            found.add(Breach.of("criteria", Rule.CRITERIA_FIXED));
        }
        if (current.compareTo(Phase.PREFERENCE) >= 0 && after.selection().votesEach() != was.votesEach()) {
            found.add(Breach.of("votesEach", Rule.VOTES_FIXED));
        }
        return found;
    }

    private static void moved(List<Breach> found, Phase phase, Phase current, @Nullable Instant until, Instant now) {
        if (phase.compareTo(current) < 0) {
            found.add(Breach.of(field(phase), Rule.PHASE_OVER));
        } else if (phase == current && until == null) {
            found.add(Breach.of(field(phase), Rule.PHASE_BEGUN));
        } else if (until != null && !until.isAfter(now)) {
            found.add(Breach.of(field(phase), Rule.PHASE_IN_PAST));
        }
    }

    private static void chain(List<Breach> found, CallForm form) {
        Instant end = form.closesAt();
        for (Phase phase : OPTIONAL) {
            Instant until = form.selection().until(phase);
            if (until != null && !until.isAfter(end)) {
                found.add(Breach.of(field(phase), Rule.PHASE_OUT_OF_ORDER));
            } else if (until != null && until.isAfter(form.closesAt().plus(CallRules.LONGEST))) {
                found.add(Breach.of(field(phase), Rule.CALL_TOO_LONG, CallRules.LONGEST.toDays()));
            }
            end = until == null ? end : until;
        }
    }

    private static void criteria(List<Breach> found, Selection selection) {
        List<Criterion> criteria = selection.criteria();
        if (selection.juryUntil() != null && criteria.isEmpty()) {
            found.add(Breach.of("criteria", Rule.JURY_NEEDS_CRITERIA));
        }
        if (criteria.size() > CRITERIA) {
            found.add(Breach.of("criteria", Rule.TOO_MANY, CRITERIA));
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < criteria.size(); i++) {
            Criterion criterion = criteria.get(i);
            String field = "criteria[" + i + "]";
            id(found, field, criterion.id(), ids);
            CallRules.words(found, field + ".label", criterion.label(), LABEL);
            if (criterion.weightPercent() < 1 || criterion.weightPercent() > ALL) {
                found.add(Breach.of(field + ".weightPercent", Rule.OUT_OF_RANGE));
            }
        }
        long sum = criteria.stream().mapToLong(Criterion::weightPercent).sum();
        if (!criteria.isEmpty() && sum != ALL) {
            found.add(Breach.of("criteria", Rule.WEIGHTS_NOT_100, sum));
        }
    }

    private static void questions(List<Breach> found, List<Question> questions) {
        if (questions.size() > QUESTIONS) {
            found.add(Breach.of("questions", Rule.TOO_MANY, QUESTIONS));
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            String field = "questions[" + i + "]";
            id(found, field, question.id(), ids);
            CallRules.words(found, field + ".label", question.label(), LABEL);
            options(found, field + ".options", question);
        }
    }

    private static void options(List<Breach> found, String field, Question question) {
        List<Words> options = question.options();
        boolean choice = question.kind() == Question.Kind.CHOICE;
        long different = options.stream().map(Words::fr).distinct().count();
        if (choice != options.size() > 1 || different < options.size()) {
            found.add(Breach.of(field, Rule.CHOICE_NEEDS_OPTIONS));
        }
        if (options.size() > OPTIONS) {
            found.add(Breach.of(field, Rule.TOO_MANY, OPTIONS));
        }
        options.forEach(option -> CallRules.words(found, field, option, LABEL));
    }

    private static void id(List<Breach> found, String field, String id, Set<String> taken) {
        if (!id.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            found.add(Breach.of(field + ".id", Rule.MALFORMED_ID));
        } else if (!taken.add(id)) {
            found.add(Breach.of(field + ".id", Rule.DUPLICATE_ID));
        }
    }

    private static String field(Phase phase) {
        return "phases." + phase.id() + "Until";
    }
}
