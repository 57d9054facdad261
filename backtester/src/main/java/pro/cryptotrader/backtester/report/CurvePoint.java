package pro.cryptotrader.backtester.report;

import java.util.ArrayList;
import java.util.List;
import pro.cryptotrader.backtester.engine.AccountResult;

/**
 * A point of a drawn equity curve, which stands for a stretch of the kept points.
 *
 * @param time end of the stretch in seconds since 1970
 * @param equity at its end
 * @param drawdownPct the deepest in it below any earlier peak
 */
record CurvePoint(long time, double equity, double drawdownPct) {
    private static final int MOST_POINTS = 2_000;

    static List<CurvePoint> of(AccountResult account) {
        var curve = account.equity();
        int stretch = Math.max(1, Math.ceilDiv(curve.size(), MOST_POINTS));
        var points = new ArrayList<CurvePoint>();
        double peak = account.started().value().doubleValue();
        double deepest = 0;
        for (int point = 0; point < curve.size(); point++) {
            double equity = curve.equityValue(point);
            peak = Math.max(peak, equity);
            deepest = Math.max(deepest, peak > 0 ? 100 * (peak - equity) / peak : 0);
            if ((point + 1) % stretch == 0 || point == curve.size() - 1) {
                points.add(new CurvePoint(curve.timeMillis(point) / 1_000, equity, deepest));
                deepest = 0;
            }
        }
        return points;
    }
}
