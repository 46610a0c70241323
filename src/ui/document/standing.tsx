"use client";

import { Check, CircleDashed, CircleHelp, CircleOff, Diamond, PenLine, Scale, Square, Zap } from "lucide-react";
import { useTranslations } from "next-intl";
import type { FieldView } from "@/contracts/views/document";
import { SURE } from "@/domain/extraction/field";
import { cn } from "@/ui/parts/cn";
import { isEmptySlot } from "./slots";

/** Below this a value is more likely wrong than right. */
const DOUBTFUL = 0.6;

/** How sure the machine is, in a word. */
export function surenessOf(confidence: number): "sure" | "check" | "unsure" {
  if (confidence >= SURE) return "sure";
  return confidence >= DOUBTFUL ? "check" : "unsure";
}

const SIGNS = {
  conflict: { icon: Square, colour: "font-medium text-red", fill: true },
  changed: { icon: Diamond, colour: "font-medium text-blue", fill: true },
  asked: { icon: CircleDashed, colour: "text-muted", fill: false },
  unsure: { icon: CircleHelp, colour: "font-medium text-yellow", fill: false },
  check: { icon: CircleHelp, colour: "font-medium text-yellow", fill: false },
  sure: { icon: Zap, colour: "text-muted", fill: false },
  confirmed: { icon: Check, colour: "text-green", fill: false },
  corrected: { icon: PenLine, colour: "text-blue", fill: false },
  rejected: { icon: CircleOff, colour: "text-muted", fill: false },
  overruled: { icon: Scale, colour: "text-muted", fill: false },
} as const;
export type Standing = keyof typeof SIGNS;

/** How a value stands: what must be decided comes before how sure it is, and that before who settled it. */
export function standingOf(field: FieldView, isInConflict: boolean): Standing {
  if (isInConflict) return "conflict";
  if (field.otherReading !== null) return "changed";
  if (isEmptySlot(field)) return "asked";
  // A value that nobody vouched for is asked first, whatever became of it against another paper.
  if (field.precedence === "yields" && field.status !== "rejected" && !field.isUnsure) return "overruled";
  if (field.status !== "suggested") return field.status;
  return surenessOf(field.confidence);
}

/** The sign and the word for how a value stands, with a bar for how sure the machine is of it. */
export function StandingMark({ field, standing }: { readonly field: FieldView; readonly standing: Standing }) {
  const t = useTranslations("validation.standing");
  const { icon: Icon, colour, fill } = SIGNS[standing];
  const isMachine = standing === "sure" || standing === "check" || standing === "unsure";
  return (
    <span className={cn("flex min-w-0 items-center gap-1 whitespace-nowrap text-xs", colour)}>
      <Icon aria-hidden className={cn("size-3.5 shrink-0", fill && "size-2.5 fill-current")} />
      {t(standing)}
      {isMachine ? <SurenessBar confidence={field.confidence} /> : null}
    </span>
  );
}

/** A bar as long as the machine is sure; the word stands beside it. */
export function SurenessBar({ confidence }: { readonly confidence: number }) {
  const colour = { sure: "bg-green", check: "bg-yellow", unsure: "bg-red" }[surenessOf(confidence)];
  return (
    <span aria-hidden className="ml-auto block h-[3px] w-7 shrink-0 overflow-hidden rounded-full bg-line">
      <span className={cn("block h-full", colour)} style={{ width: `${Math.round(confidence * 100)}%` }} />
    </span>
  );
}
