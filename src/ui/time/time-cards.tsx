import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { wordsOfTime } from "@/contracts/time-words";
import type { ClearanceTimeView } from "@/contracts/views/clearance-time";
import { type TimeMeasure, timeTable } from "@/domain/clearance-time/tables";
import { MINUTE_OWNERS, type MinuteOwner } from "@/domain/clearance-time/work";
import { FigureCard } from "@/ui/insight/figure-card";
import { MeasureChart } from "@/ui/insight/measure-chart";
import { AssumptionTable } from "./assumption-table";
import { EffortTable } from "./effort-table";
import { OWNER_LOOKS } from "./owners";
import { TimeBar } from "./time-bar";
import { TimeTable } from "./time-table";
import { UnderwayTable } from "./underway-table";

const ROW_PX = 34;
const LEGEND_PX = 76;

interface Props {
  readonly time: ClearanceTimeView;
  /** Whether what is under way is shown from its beginning. */
  readonly isFirst: boolean;
  /** What the same window is asked by at the API. */
  readonly query: string;
}

/** Every measure of the time of a window, what can still be saved first. */
export function TimeCards({ time, isFirst, query }: Props) {
  const t = useTranslations("clearanceTime");
  const count = time.shipments.length;
  const lanes = time.lanes.filter(({ released }) => released > 0);
  const lane = useTranslations("insight.key");
  return (
    <div className="grid grid-cols-1 gap-4 xl:grid-cols-2">
      <TimeCard measure="underway" {...{ time, query }} isWide isOpen isEmpty={time.underway.length === 0}>
        <UnderwayTable {...{ time, isFirst }} />
      </TimeCard>
      <TimeCard measure="owners" {...{ time, query }} isWide isOpen isEmpty={count === 0}>
        <TimeBar time={time} />
      </TimeCard>
      <TimeCard measure="phases" {...{ time, query }} isEmpty={count === 0}>
        <OwnerChart rows={time.phases.map(({ phase, owners }) => ({ label: t(`phase.${phase}`), owners, count }))} />
      </TimeCard>
      <TimeCard measure="lanes" {...{ time, query }} isEmpty={lanes.length === 0}>
        <OwnerChart rows={lanes.map((each) => ({ ...each, label: lane(each.lane), count: each.released }))} />
      </TimeCard>
      <TimeCard measure="baseline" {...{ time, query }} isWide isEmpty={count === 0}>
        <EffortTable comparison={time.baseline} />
      </TimeCard>
      <TimeCard measure="assumptions" {...{ time, query }} isWide isEmpty={false} isOpen>
        <details>
          <summary className="text-sm text-accent">
            {t("assumptionsOf", { count: time.baseline.assumptions.length })}
          </summary>
          <div className="mt-2">
            <AssumptionTable assumptions={time.baseline.assumptions} />
          </div>
        </details>
      </TimeCard>
      <TimeCard measure="shipments" {...{ time, query }} isWide isEmpty={count === 0} />
    </div>
  );
}

/** A measure as a card; its table is folded away where what is drawn is not the table already. */
function TimeCard({
  measure,
  time,
  query,
  isOpen = false,
  isEmpty,
  ...rest
}: Omit<Props, "isFirst"> & {
  readonly measure: TimeMeasure;
  /** Whether there is nothing to count. */
  readonly isEmpty: boolean;
  readonly isWide?: boolean;
  readonly isOpen?: boolean;
  readonly children?: ReactNode;
}) {
  const words = wordsOfTime(measure, useLocale() === "zh" ? "zh" : "en");
  const table = timeTable(measure, time);
  return (
    <FigureCard
      id={measure}
      words={words}
      csv={`/api/v1/time/${measure}.csv${query}`}
      rows={isEmpty ? 0 : table.rows.length}
      table={isOpen ? null : <TimeTable label={words.title} table={table} />}
      {...rest}
    />
  );
}

interface ChartRow {
  readonly label: string;
  readonly owners: Readonly<Record<MinuteOwner, number>>;
  /** How many shipments that is the time of. */
  readonly count: number;
}

function OwnerChart({ rows }: { readonly rows: readonly ChartRow[] }) {
  const t = useTranslations("clearanceTime");
  const locale = useLocale();
  const used = MINUTE_OWNERS.filter((owner) => rows.some(({ owners }) => owners[owner] > 0));
  return (
    <MeasureChart
      kind="stack"
      isUpright={false}
      height={rows.length * ROW_PX + LEGEND_PX}
      locale={locale}
      parts={used.map((owner) => ({
        key: owner,
        colour: OWNER_LOOKS[owner].chart,
        words: t(`owner.${owner}`),
      }))}
      rows={rows.map(({ label, owners, count }) => ({
        label,
        ...Object.fromEntries(used.map((owner) => [owner, count === 0 ? 0 : owners[owner] / count])),
      }))}
    />
  );
}
