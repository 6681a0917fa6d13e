@NullMarked
package quartier.platform.security;

import org.jspecify.annotations.NullMarked;
