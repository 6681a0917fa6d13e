package quartier.catalog.project;

import java.util.Optional;

/** Where the prints of pictures are kept, apart from the projects that show them. */
public interface Prints {

    enum Size {
        LARGE,
        SMALL
    }

    /** Keeps both; again with the same id it changes nothing. */
    void keep(String pictureId, Darkroom.Developed.Prints prints);

    Optional<byte[]> find(String pictureId, Size size);

    void throwAway(String pictureId);
}
