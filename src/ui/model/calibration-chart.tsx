"use client";

import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";

interface Props {
  readonly points: readonly { readonly predicted: number; readonly observed: number }[];
  readonly words: { readonly predicted: string; readonly observed: string };
}

/** What was predicted against what happened; on the dotted line both are the same. */
export function CalibrationChart({ points, words }: Props) {
  return (
    <ResponsiveContainer width="100%" height={220}>
      <LineChart data={[...points]} margin={{ top: 8, right: 12, bottom: 20, left: 0 }}>
        <CartesianGrid stroke="var(--line)" vertical={false} />
        <XAxis
          type="number"
          dataKey="predicted"
          domain={[0, 1]}
          tickFormatter={share}
          fontSize={11}
          stroke="var(--muted)"
          label={{ value: words.predicted, position: "insideBottom", offset: -12, fontSize: 11, fill: "var(--muted)" }}
        />
        <YAxis type="number" domain={[0, 1]} tickFormatter={share} fontSize={11} stroke="var(--muted)" width={40} />
        <ReferenceLine
          segment={[
            { x: 0, y: 0 },
            { x: 1, y: 1 },
          ]}
          stroke="var(--line-strong)"
          strokeDasharray="3 3"
        />
        <Tooltip formatter={(value) => share(Number(value))} labelFormatter={(value) => share(Number(value))} />
        <Line
          name={words.observed}
          dataKey="observed"
          stroke="var(--accent)"
          strokeWidth={2}
          dot={{ r: 3 }}
          isAnimationActive={false}
        />
      </LineChart>
    </ResponsiveContainer>
  );
}

function share(value: number): string {
  return `${Math.round(value * 100)} %`;
}
