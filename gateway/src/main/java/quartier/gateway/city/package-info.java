/** The city office: where a territory's staff look after its window, its rules, its people and what the public reports. */
@NullMarked
package quartier.gateway.city;

import org.jspecify.annotations.NullMarked;
