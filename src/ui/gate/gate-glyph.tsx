import { cn } from "@/ui/parts/cn";

export type GateLook = "open" | "closed" | "ahead" | "refused";

const COLOUR: Readonly<Record<GateLook, string>> = {
  open: "text-green",
  closed: "text-text",
  ahead: "text-line-strong",
  refused: "text-red",
};

/** Where the line of the goods meets the gate: from the side on a desk, from above on a phone. */
const WAY = {
  across: { in: "M0 22H6", through: "M6 22H38", out: "M38 22H44", show: "hidden @4xl:inline" },
  down: { in: "M22 0V8", through: "M22 8V38", out: "M22 38V44", show: "@4xl:hidden" },
} as const;

interface Props {
  readonly look: GateLook;
  /** Whether the goods have come as far as the gate. */
  readonly isPassed: boolean;
  /** Whether the line runs across wherever the gate is drawn. */
  readonly isAlwaysAcross?: boolean;
}

/** A gate on the line: two posts and two leaves. Closed leaves meet; open ones have swung aside and the line runs through. */
export function GateGlyph({ look, isPassed, isAlwaysAcross = false }: Props) {
  const isOpen = look === "open";
  const ways = isAlwaysAcross ? [{ ...WAY.across, show: "" }] : Object.values(WAY);
  return (
    <svg
      viewBox="0 0 44 44"
      fill="none"
      stroke="currentColor"
      className={cn("size-11 shrink-0", COLOUR[look])}
      aria-hidden="true"
    >
      {ways.map((way) => (
        <g key={way.in} strokeWidth="2" className={way.show}>
          <Way path={way.in} isPassed={isPassed} />
          {isOpen ? <Way path={way.through} isPassed /> : null}
          <Way path={way.out} isPassed={isOpen} />
        </g>
      ))}
      <Leaf isOpen={isOpen} isLeft />
      <Leaf isOpen={isOpen} isLeft={false} />
      <path d="M8.5 7V40M35.5 7V40" strokeWidth="4.5" strokeLinecap="round" />
      {look === "refused" ? (
        <path d="M17 17l10 10M27 17L17 27" strokeWidth="3" strokeLinecap="round" className="[paint-order:stroke]" />
      ) : null}
    </svg>
  );
}

function Way({ path, isPassed }: { readonly path: string; readonly isPassed: boolean }) {
  return <path d={path} className={isPassed ? "text-green" : "text-line-strong/70"} stroke="currentColor" />;
}

/** One leaf with its bars, hung on its post. */
function Leaf({ isOpen, isLeft }: { readonly isOpen: boolean; readonly isLeft: boolean }) {
  return (
    <g
      strokeWidth="1.6"
      className="transition-transform duration-100"
      style={{
        transformOrigin: isLeft ? "10px 22px" : "34px 22px",
        transform: isOpen ? `scaleX(0.42) skewY(${isLeft ? -26 : 26}deg)` : "none",
      }}
    >
      {isLeft ? (
        <path d="M11 13H21V37H11M11 25H21" className="fill-page" />
      ) : (
        <path d="M33 13H23V37H33M33 25H23" className="fill-page" />
      )}
    </g>
  );
}
