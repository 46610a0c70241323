import type { MinuteOwner } from "@/domain/clearance-time/work";

interface Look {
  /** The colour of its part of a bar. */
  readonly bar: string;
  readonly text: string;
  /** The colour of its part of a drawing. */
  readonly chart: "blue" | "muted" | "accent" | "red" | "yellow";
  /** Tells the owners apart without colours. */
  readonly sign: string;
}

/** How each owner of minutes looks, the same wherever time is drawn. */
export const OWNER_LOOKS: Readonly<Record<MinuteOwner, Look>> = {
  broker: { bar: "bg-blue", text: "text-blue", chart: "blue", sign: "◆" },
  system: { bar: "bg-muted", text: "text-muted", chart: "muted", sign: "○" },
  officer: { bar: "bg-accent", text: "text-accent", chart: "accent", sign: "●" },
  authority: { bar: "bg-red", text: "text-red", chart: "red", sign: "■" },
  payer: { bar: "bg-yellow", text: "text-yellow", chart: "yellow", sign: "▲" },
};
