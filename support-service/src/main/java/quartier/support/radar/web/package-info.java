@NullMarked
package quartier.support.radar.web;

import org.jspecify.annotations.NullMarked;
