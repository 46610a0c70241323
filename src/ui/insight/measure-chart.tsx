"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "@/ui/parts/skeleton";
import type { ChartProps } from "./chart-drawing";

const Drawing = dynamic(() => import("./chart-drawing").then((module) => module.ChartDrawing), {
  ssr: false,
  loading: () => <Skeleton className="size-full" />,
});

/** A measure, drawn; it comes after the page, in a place that is kept for it, and the table beneath says all of it. */
export function MeasureChart(props: ChartProps) {
  return (
    <div aria-hidden className="w-full min-w-0" style={{ height: props.height }}>
      <Drawing {...props} />
    </div>
  );
}
