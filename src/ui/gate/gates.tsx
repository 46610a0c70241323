import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import type { ClearanceView, ShipmentRowView } from "@/contracts/views/shipment";
import { NEXT_STAGE, STAGES } from "@/domain/clearance/lifecycle";
import { cn } from "@/ui/parts/cn";
import { Elapsed } from "@/ui/parts/elapsed";
import { Instant } from "@/ui/parts/instant";
import { GateGlyph, type GateLook } from "./gate-glyph";
import { GateSheet } from "./gate-sheet";
import { LaneBadge } from "./lane";
import { isAhead, isEnded, useWaitingWords } from "./waiting-words";

/**
 * The picture of the product: documents, declaration and the two gates on one line. Its stops follow from the stages
 * and the transition table; where there is no room beside one another, the line runs down.
 */
export function Gates({ shipment }: { readonly shipment: ShipmentRowView }) {
  const t = useTranslations("gates");
  const { documents, declarationVersion, declarationState, gates } = shipment;
  const isRead = documents.total > 0 && documents.read === documents.total;
  const isLodged = declarationState === "lodged";
  const isDelivered = gates.every((gate) => gate.state === "released");
  return (
    <div className="@container">
      <ol className="flex flex-col @4xl:flex-row" aria-label={t("label")}>
        <Stop
          isDone={isRead}
          isPassed={isRead}
          title={t("documents")}
          detail={t("documentsOf", { read: documents.read, total: documents.total })}
        />
        <Stop
          isDone={isLodged}
          isPassed={isLodged}
          title={t("declaration")}
          detail={t(declarationState, { version: declarationVersion ?? 0 })}
        />
        {STAGES.map((stage, index) => {
          const gate = gates.find((each) => each.stage === stage);
          const before = index === 0 ? isLodged : gates[index - 1]?.state === "released";
          const isOpen = gate?.state === "released";
          return (
            <Fragment key={stage}>
              {gate ? <Gate gate={gate} number={index + 1} isPassed={before} /> : null}
              {NEXT_STAGE[stage] === null ? null : (
                <Stop isDone={isOpen} isPassed={isOpen} title={t("transit")} detail={isOpen ? t("onTheWay") : "—"} />
              )}
            </Fragment>
          );
        })}
        <Stop isDone={isDelivered} isPassed={null} title={t("delivered")} detail={isDelivered ? t("free") : "—"} />
      </ol>
    </div>
  );
}

/** The line from one stop to the next; solid where the goods have passed. */
function Line({ isPassed }: { readonly isPassed: boolean }) {
  return (
    <span
      aria-hidden
      className={cn(
        "min-h-2 flex-1 border-l-2 @4xl:min-h-0 @4xl:border-l-0 @4xl:border-t-2",
        isPassed ? "border-green" : "border-dashed border-line-strong/70",
      )}
    />
  );
}

const TRACK = "flex w-11 shrink-0 flex-col items-center @4xl:h-11 @4xl:w-auto @4xl:flex-row";

interface StopProps {
  readonly isDone: boolean;
  /** Whether the line behind the stop is passed; null where it ends. */
  readonly isPassed: boolean | null;
  readonly title: string;
  readonly detail: string;
}

function Stop({ isDone, isPassed, title, detail }: StopProps) {
  return (
    <li className="flex gap-3 @4xl:block @4xl:w-28 @4xl:shrink-0">
      <span className={TRACK}>
        <span
          aria-hidden
          className={cn(
            "inline-flex size-5 shrink-0 items-center justify-center rounded-full border-2",
            isDone ? "border-green bg-green text-page" : "border-line-strong/70 bg-page",
          )}
        >
          {isDone ? <Check className="size-3" strokeWidth={3.5} /> : null}
        </span>
        {isPassed === null ? null : <Line isPassed={isPassed} />}
      </span>
      <span className="flex flex-1 flex-wrap items-baseline gap-x-2 pb-3 @4xl:block @4xl:pb-0 @4xl:pr-2">
        <span className="block text-xs text-muted">{title}</span>
        <span className={cn("block text-sm", isDone ? "font-medium" : "text-muted")}>{detail}</span>
      </span>
    </li>
  );
}

interface GateProps {
  readonly gate: ClearanceView;
  readonly number: number;
  readonly isPassed: boolean;
}

function Gate({ gate, number, isPassed }: GateProps) {
  const t = useTranslations("gates");
  const waitingWords = useWaitingWords();
  const [waiting] = gate.waitingFor;
  const isOpen = gate.state === "released";
  return (
    <li className="flex gap-3 @4xl:block @4xl:min-w-0 @4xl:flex-1">
      <span className={TRACK}>
        <GateGlyph look={lookOf(gate)} isPassed={isPassed} />
        <Line isPassed={isOpen} />
      </span>
      <span className="block min-w-0 flex-1 pb-3 @4xl:pb-0 @4xl:pr-4">
        <GateSheet gate={gate} number={number}>
          <span className="block text-xs text-muted">{`${t("gate", { number })} · ${t(`stage.${gate.stage}`)}`}</span>
          <span className="flex flex-wrap items-baseline gap-x-2 text-base">
            {gate.lane ? <LaneBadge lane={gate.lane} /> : null}
            <span className="font-semibold">{isAhead(gate) ? t("notOpen") : t(`state.${gate.state}`)}</span>
            {gate.releasedAt ? <Instant at={gate.releasedAt} className="text-sm text-muted" /> : null}
            {gate.openedAt && !isEnded(gate) ? <Elapsed since={gate.openedAt} className="text-sm text-muted" /> : null}
          </span>
          {waiting && !isEnded(gate) ? (
            <span className="block text-xs text-muted">
              {t("waits", { reason: waitingWords(waiting), more: gate.waitingFor.length - 1 })}
            </span>
          ) : null}
        </GateSheet>
      </span>
    </li>
  );
}

function lookOf(gate: ClearanceView): GateLook {
  if (gate.state === "released") return "open";
  if (gate.state === "refused") return "refused";
  return isAhead(gate) ? "ahead" : "closed";
}
