@NullMarked
package quartier.catalog.front.web;

import org.jspecify.annotations.NullMarked;
