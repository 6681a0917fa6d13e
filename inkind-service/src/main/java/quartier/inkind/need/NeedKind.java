package quartier.inkind.need;

/** What a project may need other than money. */
public enum NeedKind {
    LABOUR,
    SKILL,
    TOOL,
    EQUIPMENT_LOAN,
    MATERIAL,
    SPACE,
    ADVICE,
    PROCEDURE
}
