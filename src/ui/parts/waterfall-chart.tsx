"use client";

import {
  Bar,
  BarChart,
  CartesianGrid,
  LabelList,
  Rectangle,
  type RectangleProps,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from "recharts";

type WaterfallTone = "base" | "up" | "down" | "total";
type BandTone = "green" | "blue" | "yellow" | "red";

export interface WaterfallBar {
  readonly label: string;
  /** Where the bar begins and ends. A chart needs no more places than a screen has points, so these are floats. */
  readonly from: number;
  readonly to: number;
  readonly tone: WaterfallTone;
  /** What is written at the bar. */
  readonly words: string;
}

export interface WaterfallProps {
  readonly bars: readonly WaterfallBar[];
  /** Ranges of the scale that mean something by themselves. */
  readonly bands?: readonly {
    readonly from: number;
    readonly to: number;
    readonly tone: BandTone;
    readonly words: string;
  }[];
  readonly direction: "columns" | "rows";
  /** Where the scale is marked; by itself where nothing better is known. */
  readonly ticks?: readonly number[];
  readonly height: number;
}

const FILL: Readonly<Record<WaterfallTone, string>> = {
  base: "var(--line-strong)",
  up: "var(--accent)",
  down: "var(--green)",
  total: "var(--text)",
};
const BAND: Readonly<Record<BandTone, string>> = {
  green: "var(--green-soft)",
  blue: "var(--blue-soft)",
  yellow: "var(--yellow-soft)",
  red: "var(--red-soft)",
};
const INK: Readonly<Record<BandTone, string>> = {
  green: "var(--green)",
  blue: "var(--blue)",
  yellow: "var(--yellow)",
  red: "var(--red)",
};
const TEXT = { fill: "var(--muted)", fontSize: 12 };

/** Floating bars, each beginning where the one before it ended. */
export function WaterfallChart({ bars, bands = [], direction, height, ticks }: WaterfallProps) {
  const isRows = direction === "rows";
  const data = bars.map((bar) => ({ ...bar, range: [bar.from, bar.to] }));
  const ends = [0, ...bars.flatMap((bar) => [bar.from, bar.to]), ...bands.flatMap((band) => [band.from, band.to])];
  const domain: [number, number] = [Math.min(...ends), Math.max(...ends) * (isRows ? 1 : 1.1)];
  const category = { dataKey: "label", type: "category", tickLine: false, axisLine: false, tick: TEXT } as const;
  const scale = {
    ...(ticks ? { ticks: [...ticks] } : {}),
    type: "number",
    domain,
    tickLine: false,
    axisLine: false,
    tick: isRows ? TEXT : false,
    allowDataOverflow: true,
  } as const;
  return (
    <ResponsiveContainer width="100%" height={height}>
      <BarChart
        data={data}
        layout={isRows ? "vertical" : "horizontal"}
        margin={{ top: isRows ? 20 : 18, right: isRows ? 36 : 4, bottom: 0, left: 4 }}
        accessibilityLayer={false}
        barCategoryGap={isRows ? 6 : "22%"}
      >
        <CartesianGrid stroke="var(--line)" vertical={isRows} horizontal={!isRows} />
        {bands.map((band) => (
          <ReferenceArea
            key={band.tone}
            x1={band.from}
            x2={Math.min(band.to, domain[1])}
            fill={BAND[band.tone]}
            fillOpacity={1}
            zIndex={-50}
            label={{ value: band.words, position: "top", fill: INK[band.tone], fontSize: 12, fontWeight: 500 }}
          />
        ))}
        {isRows ? (
          <>
            <XAxis {...scale} />
            <YAxis {...category} width={28} />
            <ReferenceLine x={0} stroke="var(--line-strong)" />
          </>
        ) : (
          <>
            <XAxis {...category} interval={0} />
            <YAxis {...scale} width={0} />
            <ReferenceLine y={0} stroke="var(--line-strong)" />
          </>
        )}
        <Bar dataKey="range" isAnimationActive={false} shape={drawBar} maxBarSize={isRows ? 18 : 88}>
          <LabelList
            dataKey="words"
            position={isRows ? "right" : "top"}
            fill="var(--text)"
            fontSize={12}
            fontWeight={500}
          />
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  );
}

function drawBar(props: unknown) {
  const bar = props as RectangleProps & { readonly tone: WaterfallTone };
  return <Rectangle {...bar} fill={FILL[bar.tone]} radius={2} />;
}
