import { type CaseLine, linkOfLine, type PastLine } from "./past-line";
import type { FactLink, FactLinks } from "./sentence";

/** More cannot be told apart on a screen. */
const MOST_NODES = 30;
/** Lines that are named for one edge. */
const NAMED = 3;

export const PARTY_KINDS = ["importer", "exporter", "declarant", "address", "phone", "payer"] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** Somebody, or something that is shared, by a token that names nobody. */
export interface NetworkNode {
  /** `<kind>:<token>`. */
  readonly id: string;
  readonly kind: PartyKind;
  /** Of the case itself. */
  readonly isOwn: boolean;
  /** Lines of goods in which they appear, and those of them in which something was found. */
  readonly lines: number;
  readonly irregular: number;
}

/** Two that appear on the same line of goods. */
export interface NetworkEdge {
  readonly from: string;
  readonly to: string;
  readonly lines: number;
  readonly irregular: number;
  readonly links: FactLinks;
}

export interface Network {
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
  /** How many more there were than are shown. */
  readonly left: number;
}

interface Counted {
  lines: number;
  irregular: number;
}

/**
 * Who and what the case shares with past lines: from each importer to exporters, declarants, addresses, phones and
 * payers. Those of the case are always there, then those with whom something was found, then those that appear most.
 */
export function networkOf(lines: readonly CaseLine[], past: readonly PastLine[]): Network {
  const own = new Set(lines.flatMap((line) => partiesOf(line).map(({ id }) => id)));
  const nodes = new Map<string, Counted & { readonly kind: PartyKind }>();
  const edges = new Map<string, Counted & { readonly from: string; readonly to: string; readonly links: FactLink[] }>();
  for (const line of [...lines.map((each) => ({ ...each, outcome: null })), ...past]) {
    const isIrregular = line.outcome?.isIrregular ?? false;
    const parties = partiesOf(line);
    for (const { id, kind } of parties)
      count(
        known(nodes, id, () => ({ kind, lines: 0, irregular: 0 })),
        isIrregular,
      );
    const [importer, ...others] = parties;
    for (const { id } of importer ? others : []) {
      const from = importer?.id ?? "";
      const edge = known(edges, `${from}|${id}`, () => ({ from, to: id, links: [], lines: 0, irregular: 0 }));
      count(edge, isIrregular);
      if (edge.links.length < NAMED) edge.links.push(linkOfLine(line));
    }
  }
  const ranked = [...nodes]
    .map(([id, node]): NetworkNode => ({ id, isOwn: own.has(id), ...node }))
    .toSorted(
      (a, b) =>
        Number(b.isOwn) - Number(a.isOwn) ||
        b.irregular - a.irregular ||
        b.lines - a.lines ||
        a.id.localeCompare(b.id, "en"),
    );
  const shown = ranked.slice(0, MOST_NODES);
  const ids = new Set(shown.map(({ id }) => id));
  return {
    nodes: shown,
    edges: [...edges.values()].flatMap(({ links: [first, ...rest], ...edge }) =>
      first && ids.has(edge.from) && ids.has(edge.to) ? [{ ...edge, links: [first, ...rest] as const }] : [],
    ),
    left: ranked.length - shown.length,
  };
}

/** The importer first; in retail that is the consumer. */
function partiesOf({ entry, ties }: Pick<PastLine, "entry" | "ties">): readonly { id: string; kind: PartyKind }[] {
  const tokens: Readonly<Record<PartyKind, string>> = {
    importer: ties.consumer || entry.importer,
    exporter: entry.exporter,
    declarant: entry.declarant,
    address: ties.address,
    phone: ties.phone,
    payer: ties.payer,
  };
  return PARTY_KINDS.flatMap((kind) => (tokens[kind] === "" ? [] : [{ id: `${kind}:${tokens[kind]}`, kind }]));
}

function known<T>(map: Map<string, T>, key: string, make: () => T): T {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}

function count(counted: Counted, isIrregular: boolean): void {
  counted.lines += 1;
  if (isIrregular) counted.irregular += 1;
}
