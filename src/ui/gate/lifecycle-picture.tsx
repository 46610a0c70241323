import { useTranslations } from "next-intl";
import { useId } from "react";
import type { ClearanceState } from "@/domain/clearance/lifecycle";
import { cn } from "@/ui/parts/cn";
import { layOut, type Move, movesOf, NODE } from "./lifecycle-layout";

/** The lifecycle that both gates walk, drawn from the transition table, with the state now and the moves from it. */
export function LifecyclePicture({ state }: { readonly state: ClearanceState }) {
  const t = useTranslations("gates");
  const arrow = useId();
  const { nodes, moves, width, height } = layOut();
  // What leaves the state now is drawn last, over the rest.
  const ordered = [...moves].sort((a, b) => Number(a.from === state) - Number(b.from === state));
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className="mx-auto w-full max-w-[29rem]" aria-hidden="true">
      <defs>
        {[arrow, `${arrow}-now`].map((id) => (
          <marker key={id} id={id} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0.5L7.5 4L0 7.5z" className={id === arrow ? "fill-line-strong" : "fill-accent"} />
          </marker>
        ))}
      </defs>
      {ordered.map((move) => (
        <path
          key={move.number}
          d={move.path}
          fill="none"
          strokeWidth={move.from === state ? 2 : 1.25}
          markerEnd={`url(#${arrow}${move.from === state ? "-now" : ""})`}
          className={move.from === state ? "stroke-accent" : "stroke-line-strong"}
        />
      ))}
      {nodes.map((node) => (
        <g key={node.state}>
          <rect
            x={node.x}
            y={node.y}
            width={NODE.width}
            height={NODE.height}
            rx="6"
            className={node.state === state ? "fill-accent stroke-accent" : "fill-panel stroke-line-strong"}
          />
          <text
            x={node.x + NODE.width / 2}
            y={node.y + NODE.height / 2}
            textAnchor="middle"
            dominantBaseline="central"
            fontSize="13"
            className={node.state === state ? "fill-accent-text font-semibold" : "fill-text"}
          >
            {t(`state.${node.state}`)}
          </text>
        </g>
      ))}
      {ordered.map((move) => (
        <g key={move.number}>
          <circle
            cx={move.at[0]}
            cy={move.at[1]}
            r="8"
            className={move.from === state ? "fill-accent-soft stroke-accent" : "fill-panel stroke-line"}
          />
          <text
            x={move.at[0]}
            y={move.at[1]}
            textAnchor="middle"
            dominantBaseline="central"
            fontSize="10"
            className={move.from === state ? "fill-accent font-semibold" : "fill-muted"}
          >
            {move.number}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** The same moves in words; those from the state now come first. */
export function LifecycleMoves({ state }: { readonly state: ClearanceState }) {
  const t = useTranslations("gates");
  const moves = movesOf();
  const next = moves.filter((move) => move.from === state);
  return (
    <div className="mt-4 flex flex-col gap-4">
      <section>
        <h3 className="mb-1 text-xs font-medium text-muted">{t("nextMoves", { state: t(`state.${state}`) })}</h3>
        {next.length === 0 ? <p className="text-sm">{t("noMove")}</p> : <Moves moves={next} isNow />}
      </section>
      <section>
        <h3 className="mb-1 text-xs font-medium text-muted">{t("otherMoves")}</h3>
        <Moves moves={moves.filter((move) => move.from !== state)} />
      </section>
    </div>
  );
}

function Moves({ moves, isNow = false }: { readonly moves: readonly Move[]; readonly isNow?: boolean }) {
  const t = useTranslations("gates");
  return (
    <ul className="text-sm">
      {moves.map((move) => (
        <li key={move.number} className={cn("flex gap-2 py-1", isNow && "font-medium")}>
          <span className={cn("w-5 shrink-0 text-right text-xs leading-5", isNow ? "text-accent" : "text-muted")}>
            {move.number}
          </span>
          <span>
            {isNow ? null : <span className="text-muted">{t(`state.${move.from}`)} → </span>}
            {move.events.map((event) => t(`event.${event}`)).join(t("or"))}
            <span className="text-muted"> → </span>
            {t(`state.${move.to}`)}
          </span>
        </li>
      ))}
    </ul>
  );
}
