import { useTranslations } from "next-intl";
import type { RiskView } from "@/contracts/views/shipment";
import { LANE_SHAPE } from "@/ui/gate/lane";
import { Waterfall } from "@/ui/parts/waterfall";
import type { WaterfallBar } from "@/ui/parts/waterfall-chart";
import { type LaneBands, rangesOf } from "./lane-bands";

const ROW_PX = 26;
/** What the figure at the left of a bar below zero takes of the scale. */
const LABEL_POINTS = 8;

interface Props {
  readonly risk: RiskView;
  readonly bands: LaneBands | null;
}

/** The points one after another, and the lanes behind them; the numbers are those of the table beside it. */
export function RiskWaterfall({ risk, bands }: Props) {
  const lanes = useTranslations("lane");
  let reached = 0;
  const bars: WaterfallBar[] = risk.contributions.flatMap(({ points }, index) => {
    // What the reader is not told has no bar; its number in the table is left out here.
    if (points === null) return [];
    const from = reached;
    reached += points;
    return {
      label: String(index + 1),
      from,
      to: reached,
      tone: points < 0 ? "down" : "up",
      words: points > 0 ? `+${points}` : String(points),
    };
  });
  bars.push({ label: "=", from: 0, to: risk.score, tone: "total", words: String(risk.score) });
  const ends = bars.flatMap((bar) => [bar.from, bar.to]);
  const lowest = Math.min(0, ...ends);
  const least = lowest < 0 ? lowest - LABEL_POINTS : 0;
  const most = Math.max(bands ? bands.red + 10 : 10, ...ends);
  return (
    <Waterfall
      bars={bars}
      direction="rows"
      height={bars.length * ROW_PX + 54}
      {...(bands
        ? {
            ticks: [0, bands.blue, bands.yellow, bands.red],
            bands: rangesOf(bands).map(({ lane, from, to }) => ({
              from: Math.max(from, least),
              to: Math.min(to, most),
              tone: lane,
              words: `${LANE_SHAPE[lane]} ${lanes(lane)}`,
            })),
          }
        : {})}
    />
  );
}
