import { useTranslations } from "next-intl";
import type { ClearanceView } from "@/contracts/views/shipment";
import { cn } from "@/ui/parts/cn";
import { Elapsed } from "@/ui/parts/elapsed";
import { Instant } from "@/ui/parts/instant";
import { LaneBadge } from "./lane";
import { isAhead, isEnded } from "./waiting-words";

/** The two gates in a table's cell: the line with both of them, and the words and clock of the one that counts now. */
export function GatesMark({ gates }: { readonly gates: readonly ClearanceView[] }) {
  const t = useTranslations("gates");
  const index = Math.max(
    0,
    gates.findIndex((gate) => gate.state !== "released"),
  );
  const isThrough = gates.every((gate) => gate.state === "released");
  const now = isThrough ? gates.at(-1) : gates[index];
  if (!now) return null;
  return (
    <span className="inline-flex max-w-full items-center gap-2 whitespace-nowrap align-middle">
      <svg viewBox="0 0 52 20" className="h-5 w-13 shrink-0" aria-hidden="true">
        <path d="M0 10H52" stroke="currentColor" strokeWidth="1.5" className="text-line-strong/60" />
        {gates.map((gate, place) => (
          <MiniGate key={gate.id} gate={gate} x={place === 0 ? 16 : 36} from={place === 0 ? 0 : 16} />
        ))}
        {isThrough ? <path d="M36 10H52" stroke="currentColor" strokeWidth="1.5" className="text-green" /> : null}
      </svg>
      <span className="sr-only">{t("gate", { number: isThrough ? gates.length : index + 1 })}</span>
      <span className="w-3.5 text-center">{now.lane ? <LaneBadge lane={now.lane} isShort /> : null}</span>
      <span className={cn(isAhead(now) && "text-muted")}>{isAhead(now) ? t("notOpen") : t(`state.${now.state}`)}</span>
      <span className="hidden text-xs text-muted xl:inline">
        {now.releasedAt ? <Instant at={now.releasedAt} /> : null}
        {now.openedAt && !isEnded(now) ? <Elapsed since={now.openedAt} /> : null}
      </span>
    </span>
  );
}

/** Closed it is one bar across the line; open its halves stand apart and the line is green up to it. */
function MiniGate({ gate, x, from }: { readonly gate: ClearanceView; readonly x: number; readonly from: number }) {
  const isOpen = gate.state === "released";
  const colour = isOpen
    ? "text-green"
    : gate.state === "refused"
      ? "text-red"
      : isAhead(gate)
        ? "text-line-strong/70"
        : "text-text";
  return (
    <g className={colour} stroke="currentColor" strokeLinecap="round">
      {isOpen ? <path d={`M${from} 10H${x}`} strokeWidth="1.5" strokeLinecap="butt" /> : null}
      <path d={isOpen ? `M${x} 1.5v4M${x} 14.5v4` : `M${x} 2v16`} strokeWidth="3" />
    </g>
  );
}
