package quartier.catalog.project;

/** Makes pictures of the files that people send, anew: nothing of the file itself is shown to anybody. */
public interface Darkroom {

    /** What came of a file. */
    sealed interface Developed {

        /**
         * @param large at most {@link #LARGE} pixels on each side, JPEG
         * @param small at most {@link #SMALL} pixels on each side, JPEG
         */
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Prints(byte[] large, byte[] small, int width, int height) implements Developed {}

        record Undeveloped(Fault fault) implements Developed {}
    }

    enum Fault {
        /** By its content neither JPEG nor PNG nor WebP, whatever its name and type say. */
        NOT_A_PICTURE,
        /** Its header announces more pixels than are ever unpacked. */
        TOO_MANY_PIXELS,
        /** It ends too early, or is no picture behind its header. */
        UNREADABLE
    }

    int LARGE = 1_600;
    int SMALL = 640;

    Developed develop(byte[] file);
}
