package quartier.bench;

import java.util.List;

/** Rows that are measured together, because they are compared with the same. */
interface Group extends AutoCloseable {

    List<Row> rows();

    /** What is done once, before the rounds. */
    default void prepare() {}

    /** Each way once, one after the other. */
    void round(Figures figures);

    @Override
    default void close() {}
}
