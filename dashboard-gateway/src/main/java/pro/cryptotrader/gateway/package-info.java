/** The dashboard's side of the platform: read models, commands, sign-in, REST, SSE and the page. */
@NullMarked
package pro.cryptotrader.gateway;

import org.jspecify.annotations.NullMarked;
