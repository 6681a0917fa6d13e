package quartier.platform.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call this endpoint. An endpoint without it answers 403 to everybody. It is only the first door: that the
 * role holds for this territory, or that the project is the caller's own, is checked by the use case.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedTo {
    Role[] value();
}
