package quartier.inkind.need;

/** How the project stands that has the need. Only a running project's needs are open. */
public enum Standing {
    RUNNING,
    SUSPENDED,
    ENDED
}
