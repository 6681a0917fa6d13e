@NullMarked
package quartier.catalog.call.web;

import org.jspecify.annotations.NullMarked;
