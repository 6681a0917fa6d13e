@NullMarked
package quartier.catalog.staff.web;

import org.jspecify.annotations.NullMarked;
