package quartier.catalog.call;

/** What happened to a call and is told on the bus. That a date came is nobody's deed, and is told by who looks for it. */
public enum CallEvent {
    ANNOUNCED,
    CHANGED,
    CLOSED
}
