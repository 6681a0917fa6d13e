@NullMarked
package quartier.support.supporter.web;

import org.jspecify.annotations.NullMarked;
