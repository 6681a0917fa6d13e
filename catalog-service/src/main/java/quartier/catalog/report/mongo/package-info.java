@NullMarked
package quartier.catalog.report.mongo;

import org.jspecify.annotations.NullMarked;
