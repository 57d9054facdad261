/** A real PostgreSQL and a real Kafka broker on this machine, without Docker. */
@NullMarked
package pro.cryptotrader.embedded;

import org.jspecify.annotations.NullMarked;
