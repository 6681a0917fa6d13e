package quartier.catalog.report;

/** What became of a wish to report, or to close a report. */
public sealed interface Answer {

    record Done(Report report) implements Answer {}

    /** There is no such public project, or no such report. */
    record Unknown() implements Answer {}

    /** @param code of the rule that the field breaks */
    record Wrong(String field, String code, int limit) implements Answer {}

    /** The same reporter sent too many within the hour. */
    record TooMany() implements Answer {}

    record NotYours(String territory) implements Answer {}

    record Closed() implements Answer {}
}
