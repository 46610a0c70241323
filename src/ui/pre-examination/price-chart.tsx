"use client";

import {
  Bar,
  BarChart,
  CartesianGrid,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from "recharts";
import type { PricePlaceView } from "@/contracts/views/pre-examination";

interface Props {
  readonly place: PricePlaceView;
  readonly words: { readonly own: string };
}

const TEXT = { fill: "var(--muted)", fontSize: 11 };

/** How many past prices lie where, the middle half behind them, and the line's own; equal steps are equal ratios. */
export function PriceChart({ place, words }: Props) {
  const data = place.bins.map(({ from, to, count }) => ({ at: Math.log10(Math.sqrt(from * to)), count }));
  const own = Math.log10(place.own);
  const ends = [own, ...place.bins.flatMap(({ from, to }) => [Math.log10(from), Math.log10(to)])];
  const domain: [number, number] = [Math.min(...ends) - 0.05, Math.max(...ends) + 0.05];
  return (
    <ResponsiveContainer width="100%" height={150}>
      <BarChart
        data={data}
        margin={{ top: 18, right: 8, bottom: 0, left: 0 }}
        accessibilityLayer={false}
        barCategoryGap={1}
      >
        <CartesianGrid stroke="var(--line)" vertical={false} />
        <ReferenceArea
          x1={Math.log10(place.quantiles.p25)}
          x2={Math.log10(place.quantiles.p75)}
          fill="var(--blue-soft)"
          fillOpacity={1}
          zIndex={-50}
        />
        <XAxis
          type="number"
          dataKey="at"
          domain={domain}
          tick={TEXT}
          tickLine={false}
          tickFormatter={(value: number) => String(Number((10 ** value).toPrecision(2)))}
        />
        <YAxis width={28} tick={TEXT} tickLine={false} axisLine={false} allowDecimals={false} />
        <Bar dataKey="count" fill="var(--line-strong)" barSize={14} isAnimationActive={false} />
        <ReferenceLine
          x={own}
          stroke="var(--accent)"
          strokeWidth={2}
          label={{ value: words.own, position: "top", fill: "var(--accent)", fontSize: 12 }}
        />
      </BarChart>
    </ResponsiveContainer>
  );
}
