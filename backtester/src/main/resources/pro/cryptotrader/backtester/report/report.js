"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const dark = matchMedia("(prefers-color-scheme: dark)").matches;
const style = getComputedStyle(document.documentElement);
const color = name => style.getPropertyValue("--" + name).trim();
const byId = id => document.getElementById(id);
const UP = "#26a69a", DOWN = "#ef5350";

const digits = (value, most) =>
  value === null || value === undefined ? "–"
    : value.toLocaleString("en", {minimumFractionDigits: most === 2 ? 2 : 0, maximumFractionDigits: most});
const money = value => digits(value, 2);
const percent = value => value === null || value === undefined ? "–" : digits(value, 2) + " %";
const ratio = value => digits(value, 2);
const price = value => digits(value, 8);
const minutes = value => value === null ? "–"
  : value < 120 ? digits(value, 1) + " min" : value < 2880 ? digits(value / 60, 1) + " h" : digits(value / 1440, 1) + " d";
const time = seconds => new Date(seconds * 1000).toISOString().replace("T", " ").slice(0, 16);
const words = code => code.toLowerCase().replaceAll("_", " ");

function node(tag, text, kind) {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  if (kind) element.className = kind;
  return element;
}
const sign = value => value > 0 ? "gain" : value < 0 ? "loss" : "";

function pairs(title, rows) {
  const box = node("div");
  box.append(node("h2", title));
  const table = node("table");
  for (const [name, value, kind] of rows) {
    const row = table.insertRow();
    row.append(node("td", name), node("td", value, kind));
  }
  box.append(table);
  return box;
}

function grid(table, heads, rows) {
  table.replaceChildren();
  const head = table.createTHead().insertRow();
  heads.forEach(name => head.append(node("th", name)));
  const body = table.createTBody();
  for (const cells of rows) {
    const row = body.insertRow();
    for (const cell of cells) row.append(Array.isArray(cell) ? node("td", cell[0], cell[1]) : node("td", cell));
  }
  return table;
}

const charts = {};
function draw(id, option) {
  charts[id] ??= echarts.init(byId(id), dark ? "dark" : null, {renderer: "canvas"});
  charts[id].setOption({
    backgroundColor: "transparent", animation: false, useUTC: true,
    textStyle: {fontFamily: "system-ui, sans-serif"}, ...option}, true);
}
addEventListener("resize", () => Object.values(charts).forEach(chart => chart.resize()));
const timeAxis = {type: "time", axisLine: {lineStyle: {color: color("quiet")}}};
const valueAxis = extra => ({type: "value", splitLine: {lineStyle: {color: color("line")}}, ...extra});

function holdLine(account) {
  if (!data.charts.length || data.charts.some(chart => !chart.bars.length)) return [];
  const closes = data.charts.map(chart => new Map(chart.bars.map(bar => [bar[0], bar[2]])));
  const last = data.charts.map(chart => chart.bars[0][1]);
  const first = [...last];
  const times = [...new Set(data.charts.flatMap(chart => chart.bars.map(bar => bar[0])))].sort((a, b) => a - b);
  return times.map(at => {
    closes.forEach((close, i) => { if (close.has(at)) last[i] = close.get(at); });
    const growth = last.reduce((sum, value, i) => sum + value / first[i], 0) / last.length;
    return [at * 1000, account.curve.start * growth];
  });
}

function drawEquity(account) {
  const zoom = [{type: "inside"}, {type: "slider", height: 18, bottom: 4}];
  draw("equity", {
    legend: {top: 0}, tooltip: {trigger: "axis", valueFormatter: money},
    grid: {left: 70, right: 20, top: 30, bottom: 54}, dataZoom: zoom,
    xAxis: timeAxis, yAxis: valueAxis({scale: true}),
    series: [
      {name: "Equity " + account.quote, type: "line", showSymbol: false, lineStyle: {width: 1.6},
        color: color("accent"), data: account.points.map(point => [point[0] * 1000, point[1]])},
      {name: "Markets held, evenly", type: "line", showSymbol: false, lineStyle: {width: 1, type: "dashed"},
        color: color("quiet"), data: holdLine(account)}]});
  draw("drawdown", {
    tooltip: {trigger: "axis", valueFormatter: percent},
    grid: {left: 70, right: 20, top: 10, bottom: 28}, xAxis: timeAxis,
    yAxis: valueAxis({inverse: true, axisLabel: {formatter: "{value} %"}}),
    series: [{name: "Below the peak", type: "line", showSymbol: false, lineStyle: {width: 1},
      areaStyle: {opacity: 0.25}, color: color("loss"),
      data: account.points.map(point => [point[0] * 1000, point[2]])}]});
}

function drawMonths(account) {
  const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const years = [...new Set(account.byMonth.map(month => month.start.slice(0, 4)))].sort().reverse();
  const cells = account.byMonth.map(month =>
    [Number(month.start.slice(5, 7)) - 1, years.indexOf(month.start.slice(0, 4)), month.returnPct, month.trades]);
  const most = Math.max(0.01, ...cells.map(cell => Math.abs(cell[2])));
  byId("months").style.height = 70 + 34 * years.length + "px";
  draw("months", {
    tooltip: {formatter: ({value}) => `${names[value[0]]} ${years[value[1]]}: ${percent(value[2])}, ${value[3]} trades`},
    grid: {left: 70, right: 20, top: 10, bottom: 28},
    xAxis: {type: "category", data: names}, yAxis: {type: "category", data: years},
    visualMap: {show: false, min: -most, max: most, dimension: 2,
      inRange: {color: [DOWN, dark ? "#242c38" : "#f4f5f7", UP]}},
    series: [{type: "heatmap", data: cells, itemStyle: {borderColor: color("card"), borderWidth: 2},
      label: {show: true, color: color("text"), formatter: ({value}) => digits(value[2], 2)}}]});
}

function drawCandles(account, symbol) {
  const chart = data.charts.find(each => each.symbol === symbol);
  byId("market").hidden = !chart;
  if (!chart) return;
  const trades = account.tradeList.filter(trade => trade.symbol === symbol);
  const starts = chart.bars.map(bar => bar[0]);
  const labels = starts.map(time);
  const slot = at => labels[Math.max(0, starts.findLastIndex(start => start <= at))];
  const entry = trade => ({value: [slot(trade.openedAt), trade.entry], trade});
  const exit = trade => ({value: [slot(trade.closedAt - 1), trade.exit], trade});
  const told = ({data: {trade}}) =>
    `${time(trade.openedAt)} at ${price(trade.entry)}<br>${time(trade.closedAt)} at ${price(trade.exit)}` +
    `<br>${words(trade.reason)}: ${money(trade.result)} (${percent(trade.resultPct)})`;
  const marks = (name, shape, points, paint) => ({
    name, type: "scatter", symbol: shape, symbolSize: 9, color: paint, z: 5,
    itemStyle: {borderColor: color("text"), borderWidth: 0.6}, tooltip: {trigger: "item", formatter: told}, data: points});
  byId("bar-note").textContent = `one bar is ${minutes(chart.barSeconds / 60)}; zoom with the wheel`;
  const shown = Math.max(0, 100 - 30000 / Math.max(1, labels.length));
  draw("candles", {
    legend: {top: 0}, tooltip: {trigger: "axis", axisPointer: {type: "cross"}},
    grid: {left: 80, right: 20, top: 30, bottom: 60},
    dataZoom: [{type: "inside", start: shown, end: 100}, {type: "slider", height: 18, bottom: 6, start: shown, end: 100}],
    xAxis: {type: "category", data: labels}, yAxis: valueAxis({scale: true}),
    series: [
      {name: symbol, type: "candlestick", itemStyle: {color: UP, color0: DOWN, borderColor: UP, borderColor0: DOWN},
        data: chart.bars.map(bar => bar.slice(1))},
      marks("Entry", "triangle", trades.map(entry), color("accent")),
      marks("Exit with gain", "diamond", trades.filter(trade => trade.result > 0).map(exit), "#12bb7b"),
      marks("Exit with loss", "diamond", trades.filter(trade => trade.result <= 0).map(exit), DOWN)]});
}

function tile(name, value, kind) {
  const box = node("div", undefined, "tile");
  box.append(node("b", value, kind), node("span", name));
  return box;
}

function showFigures(account) {
  const {curve, trades, exposure, buyAndHold} = account;
  byId("tiles").replaceChildren(
    tile("return", percent(curve.returnPct), sign(curve.returnPct)),
    tile("market", percent(buyAndHold.marketChangePct), sign(buyAndHold.marketChangePct)),
    tile("final equity", money(curve.end)), tile("max drawdown", percent(curve.maxDrawdownPct)),
    tile("Sharpe", ratio(curve.sharpe)), tile("profit factor", ratio(trades.profitFactor)),
    tile("trades", String(trades.trades)), tile("win rate", percent(trades.winRatePct)));
  const worst = curve.deepest ?? {}, days = value => value === null || value === undefined ? "–" : value + " d";
  byId("figures").replaceChildren(
    pairs("Equity, by day", [
      ["Start", money(curve.start)], ["End", money(curve.end)], ["Growth a year", percent(curve.cagrPct)],
      ["Volatility a year", percent(curve.volatilityPct)], ["Sharpe", ratio(curve.sharpe)],
      ["Sortino", ratio(curve.sortino)], ["Calmar", ratio(curve.calmar)], ["Omega", ratio(curve.omega)],
      ["Best day", percent(curve.bestDayPct)], ["Worst day", percent(curve.worstDayPct)],
      ["Days up / down", `${curve.winningDays} / ${curve.losingDays} of ${curve.days}`]]),
    pairs("Risk", [
      ["Max drawdown", percent(curve.maxDrawdownPct)], ["Max drawdown, amount", money(curve.maxDrawdownAmount)],
      ["From peak", worst.peak ?? "–"], ["To valley", worst.valley ?? "–"], ["Recovered", worst.recovery ?? "not yet"],
      ["Duration", days(worst.durationDays)], ["Recovery", days(worst.recoveryDays)],
      ["Longest drawdown", days(curve.longest?.durationDays)],
      ["Time in market", percent(exposure.timeInMarketPct)], ["Invested on average", percent(exposure.averageInvestedPct)],
      ["Most positions", String(exposure.mostPositions)]]),
    pairs("Trades", [
      ["Wins / losses", `${trades.wins} / ${trades.losses} of ${trades.trades}`], ["Expectancy", money(trades.expectancy)],
      ["Expectancy of cost", percent(trades.expectancyPct)], ["Average win", money(trades.averageWin)],
      ["Average loss", money(trades.averageLoss)], ["Payoff", ratio(trades.payoff)],
      ["System quality", ratio(trades.systemQuality)], ["Best", money(trades.best)], ["Worst", money(trades.worst)],
      ["Longest streaks", `${trades.longestWinStreak} wins, ${trades.longestLossStreak} losses`],
      ["Held, mean", minutes(trades.holding.mean)], ["Held, wins / losses",
        `${minutes(trades.holdingOfWins.mean)} / ${minutes(trades.holdingOfLosses.mean)}`]]),
    pairs("Costs and comparison", [
      ["Commissions", money(account.fees)], ["Spread and slippage", money(account.slippage)],
      ["Turnover of equity", ratio(account.turnoverRatio) + " ×"], ["Held instead", money(buyAndHold.finalEquity)],
      ...buyAndHold.changes.map(each => [each.symbol, percent(each.changePct), sign(each.changePct)]),
      ["Entries approved", digits(account.approvedEntries, 0)],
      ...Object.entries(account.rejectedEntries).map(([reason, count]) => ["Rejected: " + words(reason), digits(count, 0)])]));
}

function showBreakdowns(account) {
  const box = byId("breakdowns");
  box.replaceChildren();
  const heads = ["", "trades", "win rate", "result", "profit factor", "expectancy", "best", "worst", "fees", "held, mean"];
  for (const [title, list] of [["By symbol", account.bySymbol], ["By reason of exit", account.byExitReason], ["By strategy", account.byStrategy]]) {
    box.append(node("h2", title), grid(node("table"), heads, list.map(({key, figures: each}) => [
      title === "By reason of exit" ? words(key) : key, each.trades, percent(each.winRatePct), [money(each.profit), sign(each.profit)],
      ratio(each.profitFactor), money(each.expectancy), money(each.best), money(each.worst), money(each.fees),
      minutes(each.holding.mean)])));
  }
}

function showLuck(account) {
  const luck = account.significance;
  const range = (of, shown) => `${shown(of.estimate)}   (${shown(of.low)} to ${shown(of.high)})`;
  const rows = [
    ["Sharpe", range(luck.sharpe, ratio)], ["Growth a year", range(luck.cagrPct, percent)],
    ["Max drawdown", range(luck.maxDrawdownPct, percent)], ["Expectancy", range(luck.expectancy, money)],
    [`Probability of a true Sharpe above zero after ${luck.trials} trial(s)`, percent(luck.deflatedSharpe === null ? null : 100 * luck.deflatedSharpe)]];
  if (luck.randomEntries) {
    rows.push(["Mean trade / the same exits at random entries",
      `${percent(luck.randomEntries.actualPct)} / ${percent(luck.randomEntries.randomPct)}`],
      ["p-value against random entries", digits(luck.randomEntries.pValue, 4)]);
  }
  byId("luck").replaceChildren(pairs(`In brackets: ${digits(100 * luck.sharpe.level, 1)} % interval, block bootstrap`, rows));
}

function showTrades(account) {
  const most = 500, list = account.tradeList.slice(-most);
  byId("trade-note").textContent = account.tradeCount > list.length
    ? `The last ${list.length} of ${account.tradeCount}; all of them are in trades.csv.` : `All ${account.tradeCount}.`;
  grid(byId("trades"), ["symbol", "opened (UTC)", "closed (UTC)", "entry", "exit", "quantity", "fees", "result", "%", "reason", "strategy"],
    list.map(trade => [trade.symbol, time(trade.openedAt), time(trade.closedAt), price(trade.entry), price(trade.exit),
      price(trade.quantity), money(trade.fees), [money(trade.result), sign(trade.result)], digits(trade.resultPct, 2),
      words(trade.reason), trade.strategy]));
}

function showRun() {
  const {run} = data, {settings} = run, fills = settings.fills;
  byId("subtitle").textContent =
    `${run.strategy} · ${run.markets.map(market => market.symbol).join(", ")} · ${settings.from.slice(0, 16)} to ${settings.to.slice(0, 16)} UTC`;
  if (fills.assumptions.length) {
    byId("warnings").hidden = false;
    byId("warnings").textContent = "Flattering assumptions were asked for: " + fills.assumptions.map(words).join(", ") + ".";
  }
  byId("run").replaceChildren(pairs("Settings", [
    ["Candles read", digits(run.candles, 0)], ["Signals", digits(run.signals, 0)], ["Orders", digits(run.orders, 0)],
    ["Spread / slippage", `${fills.spreadPct} % / ${fills.slippagePct} %`],
    ["Fees, maker / taker", `${fills.makerFeePct} % / ${fills.takerFeePct} %`],
    ["Most of a candle's volume", fills.participationPct + " %"], ["Latency", String(fills.latency)],
    ["Hash of all orders", run.ordersHash.slice(0, 16) + "…"]]));
}

function show(account) {
  drawEquity(account);
  drawMonths(account);
  drawCandles(account, byId("symbol").value);
  showFigures(account);
  showBreakdowns(account);
  showLuck(account);
  showTrades(account);
}

data.accounts.forEach(each => byId("account").append(node("option", each.account)));
data.charts.forEach(each => byId("symbol").append(node("option", each.symbol)));
const chosen = () => data.accounts[byId("account").selectedIndex];
byId("account-choice").hidden = data.accounts.length < 2;
byId("account").addEventListener("change", () => show(chosen()));
byId("symbol").addEventListener("change", () => drawCandles(chosen(), byId("symbol").value));
showRun();
show(chosen());
document.documentElement.dataset.ready = "true";
