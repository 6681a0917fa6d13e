@NullMarked
package quartier.support.fund.web;

import org.jspecify.annotations.NullMarked;
