package quartier.support.offer;

/** @param minorUnits cents, more than none */
public record Euros(long minorUnits) implements Comparable<Euros> {

    public Euros {
        if (minorUnits <= 0) {
            throw new IllegalArgumentException("A grant is of more than " + minorUnits + " cents");
        }
    }

    @Override
    public int compareTo(Euros other) {
        return Long.compare(minorUnits, other.minorUnits);
    }
}
