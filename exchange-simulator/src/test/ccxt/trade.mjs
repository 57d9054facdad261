// Trades at the venue through ccxt: node trade.mjs <http address> <API key> <secret>.
// Prints one JSON object a step; exits with 1 at the first thing that is not as it should be.
import assert from 'node:assert/strict';
import ccxt from 'ccxt';

const [address, apiKey, secret] = process.argv.slice(2);
const socket = address.replace('http', 'ws');
const exchange = new ccxt.pro.binance({
    apiKey,
    secret,
    enableRateLimit: true,
    options: {
        defaultType: 'spot',
        fetchMarkets: { types: ['spot'] },
        fetchCurrencies: false,
        fetchMargins: false,
    },
});
exchange.urls.api.public = address + '/api/v3';
exchange.urls.api.private = address + '/api/v3';
exchange.urls.api.v3 = address + '/api/v3';
exchange.urls.api.ws.spot = socket + '/ws';
exchange.urls.api.ws['ws-api'].spot = socket + '/ws-api/v3';

// ccxt asks for this before it speaks ws:// instead of wss://.
await exchange.loadHttpProxyAgent();

const symbol = 'BTC/USDT';
const say = (step, value) => console.log(JSON.stringify({ step, ...value }));

async function market() {
    const markets = await exchange.loadMarkets();
    assert.ok(markets[symbol].active);
    assert.ok(markets[symbol].limits.cost.min > 0);
    const ticker = await exchange.fetchTicker(symbol);
    const book = await exchange.fetchOrderBook(symbol, 5);
    const candles = await exchange.fetchOHLCV(symbol, '5m', undefined, 10);
    const trades = await exchange.fetchTrades(symbol, undefined, 5);
    assert.equal(book.bids.length, 5);
    assert.ok(book.bids[0][0] < book.asks[0][0]);
    assert.equal(candles.length, 10);
    assert.ok(trades.length > 0 && ticker.last > 0);
    say('market', { symbols: Object.keys(markets).length, last: ticker.last });
    return ticker.last;
}

async function spot(last) {
    const bought = await exchange.createOrder(symbol, 'market', 'buy', 0.01);
    assert.equal(bought.status, 'closed');
    assert.equal(bought.filled, 0.01);
    const resting = await exchange.createOrder(
        symbol, 'limit', 'buy', 0.01, last * 0.8, { clientOrderId: 'ccxt-resting' });
    assert.equal(resting.status, 'open');
    const found = await exchange.fetchOrder(resting.id, symbol);
    assert.equal(found.clientOrderId, 'ccxt-resting');
    assert.equal((await exchange.fetchOpenOrders(symbol)).length, 1);
    const canceled = await exchange.cancelOrder(resting.id, symbol);
    assert.equal(canceled.status, 'canceled');
    assert.equal((await exchange.fetchOrders(symbol)).length, 2);
    const fills = await exchange.fetchMyTrades(symbol);
    assert.equal(fills.reduce((sum, fill) => sum + fill.amount, 0), 0.01);
    assert.equal(fills[0].fee.currency, 'BTC');
    const balance = await exchange.fetchBalance();
    assert.ok(Math.abs(balance.BTC.free - 0.00999) < 1e-9);
    say('spot', { bought: bought.average, free: balance.BTC.free });
}

async function refusals() {
    await assert.rejects(exchange.createOrder(symbol, 'market', 'buy', 10), ccxt.InsufficientFunds);
    await assert.rejects(exchange.fetchOrder('999999999', symbol), ccxt.OrderNotFound);
    await assert.rejects(exchange.cancelOrder('999999999', symbol), ccxt.OrderNotFound);
    say('refusals', {});
}

async function streams(last) {
    const seen = await exchange.watchTrades(symbol);
    assert.equal(seen[0].symbol, symbol);
    const book = await exchange.watchOrderBook(symbol);
    assert.ok(book.bids[0][0] < book.asks[0][0]);
    const candles = await exchange.watchOHLCV(symbol, '1m');
    assert.equal(candles[0].length, 6);
    // The first call subscribes and then waits for an event, so the order is placed meanwhile.
    const [orders, placed] = await Promise.all([
        exchange.watchOrders(symbol),
        exchange.createOrderWs(symbol, 'limit', 'buy', 0.01, last * 0.8),
    ]);
    assert.ok(orders.some((order) => order.id === placed.id && order.status === 'open'));
    const [changes, canceled] = await Promise.all([
        exchange.watchOrders(symbol),
        exchange.cancelOrderWs(placed.id, symbol),
    ]);
    assert.equal(canceled.status, 'canceled');
    assert.ok(changes.some((order) => order.id === placed.id));
    say('streams', { trade: seen[0].price, levels: book.bids.length });
}

try {
    const last = await market();
    await spot(last);
    await refusals();
    await streams(last);
    say('done', {});
} catch (error) {
    console.error(error);
    process.exitCode = 1;
} finally {
    await exchange.close();
}
