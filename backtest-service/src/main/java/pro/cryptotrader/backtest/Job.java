package pro.cryptotrader.backtest;

import java.util.UUID;
import pro.cryptotrader.contracts.event.BacktestRequested;

/**
 * A job that this process works at.
 *
 * @param attempt counts from 1; more when a process died over it
 */
public record Job(UUID id, BacktestRequested request, int attempt) {}
