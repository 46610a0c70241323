import type { Lane } from "@/ui/gate/lane";

/** The lowest score of each lane above green, by the scorecard that scored. */
export type LaneBands = Readonly<Record<Exclude<Lane, "green">, number>>;

/** Each lane with the scores that lead to it. */
export function rangesOf(
  bands: LaneBands,
): readonly { readonly lane: Lane; readonly from: number; readonly to: number }[] {
  return [
    { lane: "green", from: Number.NEGATIVE_INFINITY, to: bands.blue },
    { lane: "blue", from: bands.blue, to: bands.yellow },
    { lane: "yellow", from: bands.yellow, to: bands.red },
    { lane: "red", from: bands.red, to: Number.POSITIVE_INFINITY },
  ];
}
