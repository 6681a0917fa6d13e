/** What the services' tests stand on: a real broker, a real store, tokens, and looks from outside. */
@NullMarked
package quartier.testing;

import org.jspecify.annotations.NullMarked;
