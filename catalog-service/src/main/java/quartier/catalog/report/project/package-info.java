@NullMarked
package quartier.catalog.report.project;

import org.jspecify.annotations.NullMarked;
