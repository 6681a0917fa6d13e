package quartier.catalog.territory;

import java.util.Optional;

/** The territories' logos: small PNG pictures, made here from what was uploaded. */
public interface Logos {

    Optional<byte[]> find(String territory);

    void put(String territory, byte[] png);

    /** Of one that has none, nothing is removed. */
    void remove(String territory);
}
