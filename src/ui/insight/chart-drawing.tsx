"use client";

import {
  Bar,
  BarChart,
  CartesianGrid,
  ErrorBar,
  Legend,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { duration, percent } from "./figures";

const COLOURS = {
  green: "var(--green)",
  blue: "var(--blue)",
  yellow: "var(--yellow)",
  red: "var(--red)",
  accent: "var(--accent)",
  muted: "var(--line-strong)",
} as const;
const FONT_PX = 11;
const TEXT = { fontSize: FONT_PX, stroke: "var(--muted)" };
const TOOLTIP = {
  contentStyle: { background: "var(--panel)", border: "1px solid var(--line)", borderRadius: 6, fontSize: 12 },
  labelStyle: { color: "var(--text)" },
  cursor: { fill: "var(--raised)" },
  isAnimationActive: false,
};

/** One colour of a drawing, and what it stands for. */
interface Part {
  readonly key: string;
  readonly colour: keyof typeof COLOURS;
  readonly words: string;
}

interface Common {
  readonly height: number;
  readonly locale: string;
}

export interface IntervalRow {
  readonly label: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** What it is measured against. */
  readonly mark: number | null;
}

export type ChartProps = Common &
  (
    | {
        readonly kind: "line";
        /** Shares of a whole, or amounts that may be below nothing. */
        readonly unit: "share" | "amount";
        readonly words: string;
        readonly points: readonly { readonly label: string; readonly value: number | null }[];
      }
    | {
        readonly kind: "stack";
        /** Upright, each a whole of 100 per cent; or lying, each as long as it is. */
        readonly isUpright: boolean;
        readonly parts: readonly Part[];
        readonly rows: readonly ({ readonly label: string } & Readonly<Record<string, number | string>>)[];
      }
    | {
        readonly kind: "interval";
        readonly words: string;
        readonly markWords: string | null;
        readonly rows: readonly IntervalRow[];
      }
  );

/** The drawing itself. */
export function ChartDrawing(props: ChartProps) {
  if (props.kind === "line") return <Course {...props} />;
  return props.kind === "stack" ? <Stack {...props} /> : <Intervals {...props} />;
}

function Course({ points, words, unit, locale }: Extract<ChartProps, { kind: "line" }>) {
  const isShare = unit === "share";
  const full = (value: number) => (isShare ? percent(value, locale) : value.toLocaleString(locale));
  const short = new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 });
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart accessibilityLayer={false} data={[...points]} margin={{ top: 8, right: 16, bottom: 0, left: 0 }}>
        <CartesianGrid stroke="var(--line)" vertical={false} />
        <XAxis dataKey="label" {...TEXT} minTickGap={24} />
        <YAxis
          {...(isShare ? { domain: [0, 1] as const } : {})}
          tickFormatter={(value: number) => (isShare ? full(value) : short.format(value))}
          width={44}
          {...TEXT}
        />
        <Tooltip {...TOOLTIP} formatter={(value) => full(Number(value))} />
        <Line
          name={words}
          dataKey="value"
          stroke={COLOURS.accent}
          strokeWidth={2}
          dot={points.length <= 28 ? { r: 2.5 } : false}
          connectNulls
          isAnimationActive={false}
        />
      </LineChart>
    </ResponsiveContainer>
  );
}

function Stack({ rows, parts, isUpright, locale }: Extract<ChartProps, { kind: "stack" }>) {
  const share = (value: number) => percent(value, locale);
  const time = (value: number) => duration(value, locale);
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        accessibilityLayer={false}
        data={[...rows]}
        layout={isUpright ? "horizontal" : "vertical"}
        stackOffset={isUpright ? "expand" : "none"}
        margin={{ top: 8, right: 16, bottom: 0, left: 0 }}
        barCategoryGap={isUpright ? 1 : 8}
      >
        {isUpright ? (
          <>
            <XAxis dataKey="label" {...TEXT} minTickGap={24} />
            <YAxis tickFormatter={share} width={44} {...TEXT} />
          </>
        ) : (
          <>
            <XAxis type="number" tickFormatter={time} {...TEXT} />
            <YAxis type="category" dataKey="label" width={72} {...TEXT} />
          </>
        )}
        <Tooltip {...TOOLTIP} formatter={(value) => (isUpright ? Number(value) : time(Number(value)))} />
        <Legend
          iconSize={10}
          itemSorter={null}
          formatter={(words) => <span className="text-xs text-text">{words}</span>}
        />
        {parts.map(({ key, colour, words }) => (
          <Bar
            key={key}
            stackId="all"
            dataKey={key}
            name={words}
            fill={COLOURS[colour]}
            stroke="var(--panel)"
            strokeWidth={isUpright ? 0 : 1}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}

function Intervals({ rows, words, markWords, locale }: Extract<ChartProps, { kind: "interval" }>) {
  const share = (value: number) => percent(value, locale);
  const data = rows.map((row) => ({
    ...row,
    around: [row.value - (row.low ?? row.value), (row.high ?? row.value) - row.value],
  }));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        accessibilityLayer={false}
        data={data}
        layout="vertical"
        margin={{ top: 4, right: 16, bottom: 0, left: 0 }}
        barGap={1}
      >
        <CartesianGrid stroke="var(--line)" horizontal={false} />
        <XAxis type="number" domain={[0, "auto"]} tickFormatter={share} {...TEXT} />
        <YAxis type="category" dataKey="label" width={128} interval={0} {...TEXT} />
        <Tooltip {...TOOLTIP} formatter={(value) => share(Number(value))} />
        {markWords ? (
          <Legend
            iconSize={10}
            itemSorter={null}
            formatter={(value) => <span className="text-xs text-text">{value}</span>}
          />
        ) : null}
        <Bar dataKey="value" name={words} fill={COLOURS.accent} isAnimationActive={false}>
          <ErrorBar dataKey="around" width={4} strokeWidth={1.5} stroke="var(--text)" direction="x" />
        </Bar>
        {markWords ? <Bar dataKey="mark" name={markWords} fill={COLOURS.muted} isAnimationActive={false} /> : null}
      </BarChart>
    </ResponsiveContainer>
  );
}
