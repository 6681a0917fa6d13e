package quartier.support.supporter;

/** A public body is bound by the rules of public money; a private organisation is not. */
public enum SupporterKind {
    PUBLIC,
    PRIVATE
}
