@NullMarked
package quartier.inkind.need.mongo;

import org.jspecify.annotations.NullMarked;
