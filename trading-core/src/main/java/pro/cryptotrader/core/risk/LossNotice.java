package pro.cryptotrader.core.risk;

import java.time.LocalDate;

/**
 * What the owner has been told about the day's loss, so that it is told once.
 *
 * @param day in UTC
 * @param reached whether the limit itself was told, not only that it is near
 */
public record LossNotice(LocalDate day, boolean reached) {}
