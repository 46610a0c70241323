import { useTranslations } from "next-intl";
import type { DocumentView } from "@/contracts/views/document";
import type { NetworkView } from "@/contracts/views/pre-examination";
import { Table, TableCell, TableHead } from "@/ui/parts/table";
import { FactLinks } from "./fact-links";

const SIZE = 320;
const MIDDLE = SIZE / 2;
const RADII = { own: 46, other: 138 } as const;
/** So many letters of a token tell two apart. */
const LETTERS = 6;

/** Who and what the case shares with past lines: the case's own in the middle, those with whom something was found marked. */
export function NetworkGraph({
  network,
  documents,
}: {
  readonly network: NetworkView;
  readonly documents: readonly DocumentView[];
}) {
  const t = useTranslations("preExamination");
  const places = placesOf(network);
  const nameOf = (id: string) => {
    const [kind = "", token = ""] = id.split(":");
    return `${t(`party.${kind}`)} ${token.slice(0, LETTERS)}`;
  };
  const marked = new Set(network.nodes.filter(({ irregular }) => irregular > 0).map(({ id }) => id));
  return (
    <div className="grid grid-cols-1 items-start gap-4 @3xl:grid-cols-[20rem_minmax(0,1fr)]">
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true" className="mx-auto w-full max-w-80">
        {network.edges.map(({ from, to, irregular }) => {
          const [a, b] = [places.get(from), places.get(to)];
          return a && b ? (
            <line
              key={`${from}|${to}`}
              {...{ x1: a.x, y1: a.y, x2: b.x, y2: b.y }}
              className={irregular > 0 ? "stroke-red" : "stroke-line-strong"}
              strokeWidth={irregular > 0 ? 1.6 : 1}
            />
          ) : null;
        })}
        {network.nodes.map(({ id, kind, isOwn, irregular }) => {
          const at = places.get(id) ?? { x: 0, y: 0 };
          return (
            <g key={id} transform={`translate(${at.x} ${at.y})`}>
              {irregular > 0 ? (
                <rect x={-6} y={-6} width={12} height={12} className="fill-red" />
              ) : (
                <circle r={isOwn ? 8 : 6} className={isOwn ? "fill-accent" : "fill-line-strong"} />
              )}
              <text y={-10} textAnchor="middle" className="fill-muted text-[9px]">
                {t(`party.${kind}`)}
              </text>
            </g>
          );
        })}
      </svg>
      <Table label={t("network.title")}>
        <thead>
          <tr>
            {(["from", "to", "lines", "irregular", "facts"] as const).map((name) => (
              <TableHead key={name}>{t(`network.${name}`)}</TableHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {network.edges.map((edge) => (
            <tr key={`${edge.from}|${edge.to}`}>
              {[edge.from, edge.to].map((id) => (
                <TableCell key={id} className="whitespace-nowrap">
                  {marked.has(id) ? <span className="text-red">■ </span> : null}
                  {nameOf(id)}
                </TableCell>
              ))}
              <TableCell className="text-right">{edge.lines}</TableCell>
              <TableCell className={edge.irregular > 0 ? "text-right font-medium text-red" : "text-right"}>
                {edge.irregular}
              </TableCell>
              <TableCell>
                <FactLinks links={edge.links} documents={documents} />
              </TableCell>
            </tr>
          ))}
        </tbody>
      </Table>
      {network.left > 0 ? <p className="text-xs text-muted">{t("network.left", { count: network.left })}</p> : null}
    </div>
  );
}

/** The case's own on an inner circle, all others on an outer one. */
function placesOf({ nodes }: NetworkView): ReadonlyMap<string, { readonly x: number; readonly y: number }> {
  const ring = (isOwn: boolean) => nodes.filter((node) => node.isOwn === isOwn);
  return new Map(
    [true, false].flatMap((isOwn) =>
      ring(isOwn).map(({ id }, index, all) => {
        const angle = (2 * Math.PI * index) / all.length - Math.PI / 2;
        const radius = isOwn ? RADII.own : RADII.other;
        return [
          id,
          { x: round(MIDDLE + radius * Math.cos(angle)), y: round(MIDDLE + radius * Math.sin(angle)) },
        ] as const;
      }),
    ),
  );
}

/** Server and browser draw the same only where both write the same figures. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
