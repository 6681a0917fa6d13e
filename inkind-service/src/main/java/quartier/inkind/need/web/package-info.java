@NullMarked
package quartier.inkind.need.web;

import org.jspecify.annotations.NullMarked;
