@NullMarked
package quartier.support.web;

import org.jspecify.annotations.NullMarked;
