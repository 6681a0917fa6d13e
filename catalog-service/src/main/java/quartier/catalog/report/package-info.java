/** What the public tells the staff about projects that should not be here. Pure Java. */
@NullMarked
package quartier.catalog.report;

import org.jspecify.annotations.NullMarked;
