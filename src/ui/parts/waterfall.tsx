"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "./skeleton";
import type { WaterfallProps } from "./waterfall-chart";

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
