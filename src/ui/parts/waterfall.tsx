"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "./skeleton";

export type WaterfallTone = "base" | "up" | "down" | "total";
export type BandTone = "green" | "blue" | "yellow" | "red";

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
  readonly height: number;
}

const Chart = dynamic(() => import("./waterfall-chart").then((module) => module.WaterfallChart), {
  ssr: false,
  loading: () => <Skeleton className="size-full" />,
});

/**
 * How parts add up to a whole. It comes after the page, in a place that is kept for it, and shows nothing that the
 * table beside it does not say.
 */
export function Waterfall(props: WaterfallProps) {
  return (
    <div aria-hidden className="w-full min-w-0" style={{ height: props.height }}>
      <Chart {...props} />
    </div>
  );
}
