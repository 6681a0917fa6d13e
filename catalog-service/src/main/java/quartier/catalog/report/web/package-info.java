@NullMarked
package quartier.catalog.report.web;

import org.jspecify.annotations.NullMarked;
