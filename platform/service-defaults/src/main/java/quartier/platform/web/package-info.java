@NullMarked
package quartier.platform.web;

import org.jspecify.annotations.NullMarked;
